/** What is due when: tasks in order of time, run only when the world is read, so that nothing ticks in the background. */

interface Task {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

const isEarlier = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.order < b.order)

export class Timeline {
  /** The moment being simulated: behind the clock while tasks are caught up. */
  now: number
  /** Where catching up will end: tells work that repeats itself how far behind it is. */
  target: number
  /** Where the folding rhythms start to count. */
  readonly start: number
  readonly #heap: Task[] = []
  #order = 0

  constructor(start: number) {
    this.now = start
    this.start = start
    this.target = start
  }

  after(delay: number, run: () => void): void {
    this.#push({ at: this.now + delay, order: this.#order++, run })
  }

  /** At the next beat of a rhythm, never now. */
  atNextBeat(period: number, run: () => void): void {
    this.after(period - ((this.now - this.start) % period), run)
  }

  runUntil(time: number): void {
    this.target = time
    for (let first = this.#heap[0]; first !== undefined && first.at <= time; first = this.#heap[0]) {
      this.#pop()
      this.now = Math.max(this.now, first.at)
      first.run()
    }
    this.now = Math.max(this.now, time)
  }

  #push(task: Task): void {
    const heap = this.#heap
    let place = heap.length
    heap.push(task)
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || isEarlier(parent, task)) break
      heap[place] = parent
      place = above
    }
    heap[place] = task
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let place = 0
    for (;;) {
      const left = heap[place * 2 + 1]
      const right = heap[place * 2 + 2]
      const child = left !== undefined && right !== undefined && isEarlier(right, left) ? 2 : 1
      const smaller = child === 2 ? right : left
      if (smaller === undefined || !isEarlier(smaller, last)) break
      heap[place] = smaller
      place = place * 2 + child
    }
    heap[place] = last
  }
}
