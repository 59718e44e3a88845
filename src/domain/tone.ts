/** The six ways a figure can look; each has an icon, a colour and a word. */
export const TONES = ['plain', 'muted', 'running', 'waiting', 'error', 'setAside'] as const
export type Tone = (typeof TONES)[number]
