import type { Wording } from '../questionnaire/questionnaire.ts'

/**
 * Words by which a question asks who somebody is or how to reach them. Too much is left out rather than too little: an anonymous
 * survey needs none of it, and what is left out is told.
 */
const words = [
  'name|firstname|lastname|surname|nickname|full name',
  'naam|voornaam|achternaam|familienaam',
  'nom|prénom|prenom|nom de famille',
  'phone|telephone|mobile|gsm|telefoon|telefoonnummer|gsm-nummer|téléphone|telephone',
  'e-?mail|e-?mailadres|courriel',
  'address|adres|adresse|street|straat|rue|huisnummer|house number',
  'birth|birthday|dob|geboren|geboortedatum|geboorte|naissance|né|née',
  'national number|rijksregister|rijksregisternummer|insz|iban|bankrekening|account number|passport|paspoort',
  'signature|handtekening',
  'interviewer|enumerator|inspector|enquêteur|enquêteuse|enqueteur|bevrager',
  'location|locatie|coordinates|coördinaten|coordonnées',
]
const pattern = new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

/** Whether a question seems to ask for a person: by its name or its words in any language. */
export function asksForPerson(name: string, wording: Wording): boolean {
  const spaced = name.replace(/[_/.-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const asked = Object.values(wording).map((text) => text.replace(/\$\{[^}]*\}|\([^)]*\)|\[[^\]]*\]/g, ' '))
  return [spaced, ...asked].some((text) => pattern.test(text))
}
