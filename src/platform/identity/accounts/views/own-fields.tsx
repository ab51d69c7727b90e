import { RadioGroup, TextField } from '../../../../ui/index.ts'
import { languageNames, staffLanguages, type Texts } from '../../../messages/index.ts'

export type OwnFieldsProps = {
  readonly t: Texts
  readonly values: { readonly name: string | undefined; readonly language: string }
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}

/** What somebody says about the own account, when invited and later: the name colleagues see, the language to work in. */
export function OwnFields({ t, values, errors }: OwnFieldsProps) {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text
  return (
    <>
      <TextField
        name="name"
        label={t('identity.name')}
        hint={t('identity.name.hint')}
        value={values.name}
        autocomplete="name"
        maxLength={120}
        required
        error={errorOf('name')}
      />
      <RadioGroup
        name="language"
        label={t('identity.language')}
        value={values.language}
        choices={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
        inline
        error={errorOf('language')}
      />
    </>
  )
}
