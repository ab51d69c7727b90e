import { z } from 'zod'
import {
  type FormValues,
  identifier,
  isoDate,
  manyOf,
  optionalText,
  requiredText,
  seenVersion,
} from '../../../../platform/http/index.ts'
import type { Survey } from './survey.ts'

/** What is said of a survey when it is made or changed. */
export const surveyForm = z.object({
  id: identifier(),
  version: seenVersion().optional(),
  questionnaire: z.union([z.literal('pulse'), identifier()], { error: 'form.error.choose' }),
  title: requiredText(200),
  purpose: optionalText(1000),
  closesOn: isoDate(),
  neighbourhoods: manyOf(identifier()).refine((ids) => ids.length <= 200, 'form.error.invalid'),
})
export type SurveyForm = z.output<typeof surveyForm>

/** A survey as its form shows it. */
export const valuesOf = (survey: Survey): FormValues => ({
  id: survey.id,
  version: String(survey.version),
  questionnaire: survey.questionnaireId,
  title: survey.title,
  purpose: survey.purpose ?? undefined,
  closesOn: survey.closesOn,
  neighbourhoods: survey.neighbourhoodIds,
})

/** A step of a survey, with the version somebody saw. */
export const stepForm = z.object({ version: seenVersion() })

export const textReadingForm = z.object({
  version: seenVersion(),
  text: requiredText(1000),
  decision: z.enum(['propose', 'agree', 'withhold', 'back'], { error: 'form.error.choose' }),
})
