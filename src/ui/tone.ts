/** A short tone, made by the browser: no file is loaded for it. */

const NOTES = [660, 880] as const
const EACH = 0.16
const LOUDNESS = 0.12

/** Two notes, one after the other; silence where the browser has no sound for the page. */
export function playTone(): void {
  if (!('AudioContext' in window)) return
  const context = new AudioContext()
  NOTES.forEach((frequency, place) => {
    const from = context.currentTime + place * EACH
    const note = context.createOscillator()
    const volume = context.createGain()
    note.frequency.value = frequency
    // A note that is cut off clicks.
    volume.gain.setValueAtTime(LOUDNESS, from)
    volume.gain.linearRampToValueAtTime(0, from + EACH)
    note.connect(volume).connect(context.destination)
    note.start(from)
    note.stop(from + EACH)
    if (place === NOTES.length - 1) note.onended = () => void context.close()
  })
}
