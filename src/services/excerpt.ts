/** What of a foreign text may be shown or copied: its beginning, without anything that opens a door. */

const LONGEST = 2000

const SECRETS = [
  // A JWT, also one that was cut short.
  /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g,
  /(?<=\b(?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  /(?<="(?:access_?token|password|secret)"\s*:\s*")[^"]*/gi,
  /(?<=\b(?:access_?token|token|password|secret)=)[^&\s"']+/gi,
]

/** The text with tokens and passwords blotted out. */
export function redact(text: string): string {
  return SECRETS.reduce((clean, secret) => clean.replace(secret, '…'), text)
}

/** At most 2 kB of it, redacted. */
export function excerpt(text: string): string {
  return redact(text.slice(0, 4 * LONGEST)).slice(0, LONGEST)
}
