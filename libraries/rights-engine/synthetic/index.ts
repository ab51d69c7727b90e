// Invented households, for measuring and for testing: nobody's.
export { type Chance, chanceFrom } from './chance.ts'
export { type Invented, inventedHousehold, withFactsHidden } from './households.ts'
