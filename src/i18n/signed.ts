/** A difference with its sign: nothing before zero. */
export function signed(n: number, exact: (n: number) => string): string {
  return n > 0 ? `+${exact(n)}` : n < 0 ? `−${exact(-n)}` : exact(n)
}
