/** SVG path data of a line that goes down step by step: level at each figure for `height`, broken where one is missing. */
export function stairs(
  figures: readonly (number | undefined)[],
  xOf: (figure: number) => number,
  height: number,
): string {
  let [path, isDrawing] = ['', false]
  figures.forEach((figure, place) => {
    if (figure === undefined) {
      isDrawing = false
      return
    }
    path += `${isDrawing ? 'H' : 'M'}${Math.round(xOf(figure))}${isDrawing ? '' : ` ${place * height}`}V${(place + 1) * height}`
    isDrawing = true
  })
  return path
}
