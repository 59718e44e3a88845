/** Every tone can be read on every surface, in light and in dark. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TONES } from '@/domain/step-catalogue'
import { theme } from '@/ui/theme'

const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]
/** Not in MUI's type of a theme unless its augmentation is loaded. */
const { colorSchemes } = theme as unknown as {
  readonly colorSchemes: Readonly<Record<Scheme, { readonly palette: Readonly<Record<string, unknown>> }>>
}

const TONE_STYLES = [
  ...readFileSync('src/ui/tones.module.css', 'utf8').matchAll(/\[data-tone='(\w+)'\] \{([^}]*)\}/g),
].map(([, tone = '', rules = '']) => ({
  tone,
  colour: /(?<![\w-])color: var\(--mui-palette-(\w+)-(\w+)\)/.exec(rules)?.slice(1).join('.') ?? '',
  icon: /--icon: (.*);/.exec(rules)?.[1],
}))
const TONE_COLOUR = Object.fromEntries(TONE_STYLES.map(({ tone, colour: name }) => [tone, name]))
const TONE_ICON = Object.fromEntries(
  TONE_STYLES.flatMap(({ tone, icon }) => (icon === undefined ? [] : [[tone, icon]])),
)

type Colour = readonly [red: number, green: number, blue: number, opacity: number]

function read(text: string): Colour {
  const numbers = text.startsWith('#')
    ? [1, 3, 5].map(place => parseInt(text.slice(place, place + 2), 16))
    : (text.match(/[\d.]+/g) ?? []).map(Number)
  const [red = NaN, green = NaN, blue = NaN, opacity = 1] = numbers
  return [red, green, blue, opacity]
}

/** A colour of a scheme by the name `sx` knows it by. */
function colour(scheme: Scheme, name: string): Colour {
  const [group = '', shade = ''] = name.split('.')
  const entry = colorSchemes[scheme].palette[group]
  const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, shade) : entry
  if (typeof value !== 'string') throw new Error(`No colour ${name} in ${scheme}`)
  return read(value)
}

const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
  ...([r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)] as const),
  1,
]

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: Colour, b: Colour): number {
  const [low = NaN, high = NaN] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['background.paper', 'background.default']
/** Laid over a ground under the pointer, and where a row is selected. */
const OVERLAYS = ['action.hover', 'action.selected']

/** The lowest contrast of a colour with either ground, bare and under the overlays. */
function worst(scheme: Scheme, name: string, overlays: readonly string[] = OVERLAYS): number {
  const surfaces = GROUNDS.flatMap(ground => {
    const bare = colour(scheme, ground)
    return [bare, ...overlays.map(overlay => over(colour(scheme, overlay), bare))]
  })
  return Math.min(...surfaces.map(surface => contrast(colour(scheme, name), surface)))
}

const TEXTS = [...new Set([...Object.values(TONE_COLOUR), 'primary.main', 'success.main'])]
const FILLED = ['primary', 'error', 'warning', 'info', 'secondary', 'success']
/** Edges that say where a field is, what has the focus, what is selected, what went wrong (those of ui and features). */
const EDGES = ['text.secondary', 'primary.main', 'error.main', 'success.main']

it('measures contrast as WCAG does', () => {
  expect(contrast(read('#000000'), read('#ffffff'))).toBe(21)
  expect(contrast(read('#777777'), read('#ffffff'))).toBeCloseTo(4.48, 2)
  expect(over(read('rgba(0, 0, 0, 0.5)'), read('#ffffff'))).toEqual([127.5, 127.5, 127.5, 1])
})

describe('every tone of a figure', () => {
  it('has a colour, and all but the quiet ones an icon of their own: colour alone says nothing', () => {
    expect(Object.keys(TONE_COLOUR).sort()).toEqual([...TONES].sort())
    expect(Object.keys(TONE_ICON).sort()).toEqual(TONES.filter(tone => tone !== 'plain' && tone !== 'muted').sort())
    expect(new Set(Object.values(TONE_ICON)).size).toBe(Object.keys(TONE_ICON).length)
  })

  it.each(SCHEMES)('has a colour of its own in %s', scheme => {
    const colours = Object.values(TONE_COLOUR).map(name => colour(scheme, name).join())
    expect(new Set(colours).size).toBe(TONES.length)
  })
})

describe.each(SCHEMES)('in the %s scheme', scheme => {
  it.each(TEXTS)('%s is text that can be read on every surface', name => {
    expect(worst(scheme, name)).toBeGreaterThanOrEqual(4.5)
  })

  it('a button that cannot be used can still be read, also under the pointer, which asks it for its reason', () => {
    expect(worst(scheme, 'text.disabled', ['action.hover'])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(FILLED)('the text on a filled %s can be read', name => {
    expect(contrast(colour(scheme, `${name}.contrastText`), colour(scheme, `${name}.main`))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(EDGES)('an edge in %s is seen on every surface', name => {
    expect(worst(scheme, name)).toBeGreaterThanOrEqual(3)
  })
})
