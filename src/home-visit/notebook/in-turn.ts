/**
 * Gives what does one piece of work after the other, in the order asked; a piece that fails holds up none of the next, and only
 * who asked for it hears of it.
 */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
