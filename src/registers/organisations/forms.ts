import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import {
  emailAddress,
  type FormValues,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  phone,
  requiredText,
  seenVersion,
} from '../../platform/http/index.ts'
import { residentLanguages } from '../../platform/messages/index.ts'
import { entriesOn, groupContent } from '../frameworks/index.ts'
import { formatEnterpriseNumber, isEnterpriseNumber, type Organisation } from './organisation.ts'
import { isSpokenLanguage, reaches, type Service, type ServiceText, serviceStatuses, waysIn } from './service.ts'

const website = () =>
  z
    .string()
    .max(300, 'form.error.tooLong')
    .transform((text) => (/^https?:\/\//i.test(text) ? text : `https://${text}`))
    .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'organisations.error.website' }))

const contact = { phone: phone().optional(), email: emailAddress().optional(), website: website().optional() }

/** What is asked about an organisation. */
export const organisationForm = z.object({
  id: identifier(),
  version: seenVersion().positive().optional(),
  zoneId: identifier().optional(),
  name: requiredText(160),
  alternateName: optionalText(160),
  legalForm: optionalText(80),
  enterpriseNumber: z
    .string()
    .transform((text) => text.replace(/[^\d]/g, ''))
    .refine(isEnterpriseNumber, 'organisations.error.enterpriseNumber')
    .optional(),
  description: optionalText(2000),
  ...contact,
})
export type OrganisationForm = z.output<typeof organisationForm>

/** What is asked about a service on `today`. */
export const serviceForm = (today: IsoDate) =>
  z
    .object({
      id: identifier(),
      version: seenVersion().positive().optional(),
      organisationId: z.uuid({ error: 'form.error.choose' }),
      name: requiredText(160),
      alternateName: optionalText(160),
      status: oneOf(serviceStatuses),
      tags: optionalText(500).transform(tagsIn),
      groups: manyOf(z.string().refine((code) => groupCodes(today).includes(code), 'form.error.choose')),
      reach: oneOf(reaches),
      neighbourhoodIds: manyOf(identifier()),
      languages: manyOf(z.string().refine(isSpokenLanguage, 'form.error.choose')),
      cost: oneOf(['free', 'paid']),
      feesDescription: optionalText(300),
      accessibility: manyOf(oneOf(waysIn)),
      ...contact,
      streetAddress: optionalText(200),
      postalCode: optionalText(12),
      city: optionalText(80),
      openingHours: optionalText(500),
      waitingWeeks: z
        .string()
        .regex(/^\d{1,3}$/, 'organisations.error.weeks')
        .transform(Number)
        .refine((weeks) => weeks <= 520, 'organisations.error.weeks')
        .optional(),
      waitingMeasuredOn: isoDate()
        .refine((day) => day <= today, 'organisations.error.future')
        .optional(),
      ...textFields,
    })
    .refine(({ reach, neighbourhoodIds }) => reach !== 'neighbourhoods' || neighbourhoodIds.length > 0, {
      path: ['neighbourhoodIds'],
      message: 'form.error.choose',
    })
    .refine(({ cost, feesDescription }) => cost === 'free' || feesDescription !== undefined, {
      path: ['feesDescription'],
      message: 'form.error.required',
    })
    .refine(({ waitingWeeks, waitingMeasuredOn }) => waitingWeeks === undefined || waitingMeasuredOn !== undefined, {
      path: ['waitingMeasuredOn'],
      message: 'form.error.required',
    })
    .refine((form) => form.phone ?? form.email ?? form.website ?? form.streetAddress, {
      path: ['phone'],
      message: 'organisations.error.contact',
    })
    .refine((form) => form.descriptionNl ?? form.descriptionFr, {
      path: ['descriptionNl'],
      message: 'form.error.required',
    })
export type ServiceForm = z.output<ReturnType<typeof serviceForm>>

// One set of text fields per language a resident may read: `descriptionNl`, `howToReachFr`, `conditionsAr`.
const textFields = {
  descriptionNl: optionalText(2000),
  howToReachNl: optionalText(1000),
  conditionsNl: optionalText(1000),
  descriptionFr: optionalText(2000),
  howToReachFr: optionalText(1000),
  conditionsFr: optionalText(1000),
  descriptionEn: optionalText(2000),
  howToReachEn: optionalText(1000),
  conditionsEn: optionalText(1000),
  descriptionAr: optionalText(2000),
  howToReachAr: optionalText(1000),
  conditionsAr: optionalText(1000),
  descriptionTr: optionalText(2000),
  howToReachTr: optionalText(1000),
  conditionsTr: optionalText(1000),
  descriptionUk: optionalText(2000),
  howToReachUk: optionalText(1000),
  conditionsUk: optionalText(1000),
}

/** The texts of a form; a language without description has none. */
export function textsFrom(form: ServiceForm): readonly ServiceText[] {
  return residentLanguages.flatMap((language) => {
    const own = suffixOf(language)
    const description = form[`description${own}`]
    if (description === undefined) return []
    return [
      {
        language,
        description,
        howToReach: form[`howToReach${own}`] ?? null,
        conditions: form[`conditions${own}`] ?? null,
      },
    ]
  })
}

/** The end of the names of the text fields of a language. */
export const suffixOf = (language: (typeof residentLanguages)[number]) =>
  (({ nl: 'Nl', fr: 'Fr', en: 'En', ar: 'Ar', tr: 'Tr', uk: 'Uk' }) as const)[language]

/** What a form shows of a known service. */
export function serviceValues(service: Service): FormValues {
  const texts = Object.fromEntries(
    service.texts.flatMap(({ language, description, howToReach, conditions }) => {
      const own = suffixOf(language)
      return [
        [`description${own}`, description],
        [`howToReach${own}`, howToReach ?? undefined],
        [`conditions${own}`, conditions ?? undefined],
      ]
    }),
  )
  return {
    ...texts,
    ...textValues(service, [
      'organisationId',
      'name',
      'alternateName',
      'status',
      'reach',
      'feesDescription',
      'phone',
      'email',
      'website',
      'streetAddress',
      'postalCode',
      'city',
      'openingHours',
      'waitingWeeks',
      'waitingMeasuredOn',
    ]),
    tags: service.tags.join(', '),
    groups: service.groups,
    neighbourhoodIds: service.neighbourhoodIds,
    languages: service.languages,
    accessibility: service.accessibility,
    cost: service.isFree ? 'free' : 'paid',
  }
}

/** What a form shows of a known organisation. */
export function organisationValues(organisation: Organisation): FormValues {
  const number = organisation.enterpriseNumber
  return {
    ...textValues(organisation, [
      'zoneId',
      'name',
      'alternateName',
      'legalForm',
      'description',
      'phone',
      'email',
      'website',
    ]),
    enterpriseNumber: number ? formatEnterpriseNumber(number) : undefined,
  }
}

function textValues<Thing>(thing: Thing, names: readonly (keyof Thing & string)[]): FormValues {
  return Object.fromEntries(names.map((name) => [name, thing[name] === null ? undefined : String(thing[name])]))
}

const groupCodes = (today: IsoDate) => entriesOn(groupContent, today).map(({ code }) => code)

/** "koffie, praten" as a list without doubles, at most twenty. */
function tagsIn(text: string | undefined): readonly string[] {
  const tags = (text ?? '').split(/[,;\n]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== '' && tag.length <= 60))].slice(0, 20)
}
