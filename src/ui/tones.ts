/** What a figure is about; its colour and its icon are in tones.module.css, the word comes from the messages. */
export type ToneName = 'plain' | 'muted' | 'running' | 'waiting' | 'error' | 'setAside'
