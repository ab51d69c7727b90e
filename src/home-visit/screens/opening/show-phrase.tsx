import { Checkbox } from '../../../ui/index.ts'
import { useWords } from '../../texts.ts'
import { one, typed, type Values } from '../draft-form.tsx'

const name = 'isShown'

/** A long phrase on a small keyboard: whoever wants to see what is typed may. */
export function ShowPhrase({ values }: { readonly values: Values }) {
  const t = useWords()
  return <Checkbox name={name} label={t('homeVisit.phrase.show')} checked={one(values, name) !== ''} />
}

/** What a field of the form with `ShowPhrase` in it draws. */
export const typedPhrase = (values: Values, field: string) => ({
  text: typed(values, field),
  isShown: one(values, name) !== '',
})
