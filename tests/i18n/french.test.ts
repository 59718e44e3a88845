/** French as it is printed: spaces that do not break, typographic apostrophes, and the words of the glossary. */
import { describe, expect, it } from 'vitest'
import { textsOf } from './texts'

const TEXTS = textsOf('fr')
const found = (fault: RegExp) => TEXTS.filter(([, text]) => fault.test(text))

describe('French', () => {
  it.each([
    ['a space that breaks before : ; ? ! or »', /(?:^|[^\u00a0])[:;?!»](?=[\s).]|$)/u],
    ['a space that breaks, or none, after «', /«(?!\u00a0)/u],
    [
      'a space that breaks between a number and its unit',
      /(?:\d|\}\}) (?:s|min|h|jours?|mois|ans?|[KMGT]io|%)(?!\p{L})/u,
    ],
    ['a narrow space, which some fonts do not have', /\u202f/u],
    ['a straight apostrophe', /'/u],
    ['three dots for an ellipsis, or a space before it', /\.\.\.|\s…/u],
  ])('has not %s', (_, fault) => {
    expect(found(fault)).toEqual([])
  })

  it.each([
    ['requête', 'demande', /requête/iu],
    ['moissonnage or collecte', 'aspiration', /moissonn|collect/iu],
    ['actualiser', 'rafraîchir', /actualis/iu],
    ['mis de côté', 'écarté', /de côté/iu],
    ['ordre', 'relance or suppression', /\bordre (?:a|est|accept|donn|env)/iu],
  ])('does not say %s for %s', (_word, _better, fault) => {
    expect(found(fault)).toEqual([])
  })

  it('is looked at as a whole', () => {
    expect(TEXTS.length).toBeGreaterThan(500)
  })
})
