export { type NameLikeness, nameLikenessIn } from './name-likeness.ts'
export { isKindOfOrganisation, nameWords } from './name-words.ts'
export { type Alike, alikeFrom, alikeWithContactFrom, candidatesIn, findAlike, type Listed } from './pairs.ts'
export { editsBetween, trigramLikeness, wordLikeness } from './word-likeness.ts'
