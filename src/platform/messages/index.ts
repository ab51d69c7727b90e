export { type Catalogue, catalogue } from './catalogue.ts'
export {
  directionOf,
  isLanguage,
  type Language,
  languageNames,
  residentLanguages,
  type StaffLanguage,
  staffLanguages,
} from './languages.ts'
export { locales } from './locales.ts'
export { languageName, spokenLanguages } from './spoken-languages.ts'
export { type MessageValues, type Texts, textsIn } from './texts.ts'
export { municipalTimeZone } from './time-zone.ts'
