import { asShown, type ShownFigure } from './shown-figure.ts'

/**
 * A count that grows while people look, as so many or more, in steps of five: what it grew by between two looks would be how many came
 * to one occasion. Zero stays zero; a number below five must have been hidden before.
 */
export const inFives = ({ value, quality }: ShownFigure): ShownFigure =>
  asShown(typeof value === 'number' ? Math.floor(value / 5) * 5 : value, quality)
