import { Button, ButtonRow, CodeField, Disclosure, Form, Hint, LinkButton } from '../../../ui/index.ts'
import { longestCode } from '../forms.ts'
import { endsCard, hasSubject, reachesCard } from '../request.ts'
import type { RequestPageProps } from './request-page-props.ts'

/** The card of a request: what became of it, or the ways to find it. Never what it says. */
export function CardSection(props: RequestPageProps) {
  if (props.card) return <CardEnds {...props} card={props.card} />
  if (!props.mayAddCard) return null
  if (!hasSubject(props.request)) return <CodeForm {...props} />
  if (!reachesCard(props.request)) return null
  const summary = props.t('rights.card.another')
  return (
    <Disclosure summary={summary} open={props.form.field('code').error !== undefined}>
      <CodeForm {...props} />
    </Disclosure>
  )
}

/** Says the same whatever became of the card, so that it tells of no danger that was noted. */
function CardEnds({ t, request, card }: RequestPageProps & { readonly card: NonNullable<RequestPageProps['card']> }) {
  if (!endsCard(request)) return null
  if (card.withdrawnOn !== null) return <Hint>{t('rights.card.ended', { day: t.day(card.withdrawnOn) })}</Hint>
  if (!card.mayEnd) return card.personId ? <Hint>{t('rights.card.isCase')}</Hint> : null
  return (
    <Form action={`/rights/${request.id}/card/ending`} hidden={{ version: String(request.version) }}>
      <Hint>{t('rights.card.endHint')}</Hint>
      <ButtonRow>
        <Button look="secondary">{t('rights.card.end')}</Button>
      </ButtonRow>
    </Form>
  )
}

/** By the code on the sheet; whoever lost the sheet is helped from the inbox. */
function CodeForm({ t, request, form, mayOpenInbox }: RequestPageProps) {
  return (
    <>
      <Form action={`/rights/${request.id}/card`} hidden={{ version: String(request.version) }}>
        <CodeField
          {...form.field('code')}
          label={t('rights.card.code')}
          hint={t(endsCard(request) ? 'rights.card.codeHintEnds' : 'rights.card.codeHint')}
          maxLength={longestCode}
          required
        />
        <ButtonRow>
          <Button look="secondary">{t('rights.card.add')}</Button>
        </ButtonRow>
      </Form>
      {mayOpenInbox ? (
        <>
          <Hint>{t(endsCard(request) ? 'rights.card.lostEnds' : 'rights.card.lost')}</Hint>
          <ButtonRow>
            <LinkButton href="/inbox" icon="search">
              {t('rights.card.toInbox')}
            </LinkButton>
          </ButtonRow>
        </>
      ) : null}
    </>
  )
}
