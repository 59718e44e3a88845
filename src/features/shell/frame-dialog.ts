/** The dialogs of the frame, each loaded at its first opening. */
export type FrameDialog = 'settings' | 'keyboard'
