import type { FilledForm } from '../../../platform/http/index.ts'
import { type Language, languageNames, residentLanguages, type Texts } from '../../../platform/messages/index.ts'
import { Disclosure, Fieldset, Stack, TextArea } from '../../../ui/index.ts'
import { suffixOf } from '../forms.ts'

type Props = { readonly t: Texts; readonly form: FilledForm }

/** What residents read, per language; Dutch in the open, the others unfolded when something stands in them. */
export function ServiceTextFields({ t, form }: Props) {
  const [first, ...others] = residentLanguages
  return (
    <Fieldset legend={t('organisations.texts')} hint={t('organisations.texts.hint')}>
      <TextFieldsIn t={t} form={form} language={first} />
      {others.map((language) => (
        <Disclosure key={language} summary={languageNames[language]} open={isFilled(form, language)}>
          <TextFieldsIn t={t} form={form} language={language} />
        </Disclosure>
      ))}
    </Fieldset>
  )
}

function TextFieldsIn({ t, form, language }: Props & { readonly language: Language }) {
  const own = suffixOf(language)
  const name = languageNames[language]
  return (
    <Stack>
      <TextArea
        {...form.field(`description${own}`)}
        label={t('organisations.text.description', { language: name })}
        maxLength={2000}
      />
      <TextArea
        {...form.field(`howToReach${own}`)}
        label={t('organisations.text.howToReach', { language: name })}
        rows={3}
        maxLength={1000}
      />
      <TextArea
        {...form.field(`conditions${own}`)}
        label={t('organisations.text.conditions', { language: name })}
        rows={2}
        maxLength={1000}
      />
    </Stack>
  )
}

function isFilled(form: FilledForm, language: Language): boolean {
  const own = suffixOf(language)
  return [`description${own}`, `howToReach${own}`, `conditions${own}`].some((name) => {
    const { value, error } = form.field(name)
    return value !== '' || error !== undefined
  })
}
