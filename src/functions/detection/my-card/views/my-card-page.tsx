import type { FilledForm, PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  Lead,
  LinkButton,
  List,
  Notice,
  PhoneField,
  RadioGroup,
  Section,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { cardLengths } from '../../cards/card-input.ts'
import { cardStatus } from '../../cards/card-status.ts'
import { ToldWords } from '../../cards/following/views/told-words.tsx'
import { StatusPath } from '../../cards/views/status-path.tsx'
import { type AskedKind, askedKinds } from '../../events.ts'
import type { MyCard } from '../actions.ts'

type Props = {
  readonly t: Texts
  readonly municipality: PublicMunicipality
  readonly card: MyCard
  readonly form: FilledForm
}

/** Where the card is, what comes next, who looked at it, and what its holder may change. Never what it says. */
export function MyCardPage({ t, municipality, card, form }: Props) {
  const path = `/in/${municipality.slug}/my-card`
  const status = cardStatus(card.signal)
  const { dueOn } = card.signal
  const isPromised = dueOn !== null && dueOn >= t.today && (status.step === 'received' || status.step === 'read')
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('resident.my.title')}</Heading>
      {card.isWithdrawn ? (
        <Notice>
          <p>{t('resident.my.isWithdrawn')}</p>
        </Notice>
      ) : null}
      <StatusPath t={t} status={status} />
      <Lead>{t(`resident.my.now.${status.step}`)}</Lead>
      {isPromised ? <p>{t('resident.my.promised', { day: t.day(dueOn) })}</p> : null}
      <ToldWords t={t} title={t('resident.told.title')} told={card.told} />
      {card.canChange ? <ChangeForms t={t} path={path} form={form} /> : null}
      <Section title={t('resident.my.lookers')}>
        {card.lookers.length === 0 ? (
          <Hint>{t('resident.my.nobodyLooked')}</Hint>
        ) : (
          <List items={card.lookers.map((looker) => lookerText(t, looker))} />
        )}
        <Hint>{t('resident.my.askName', { phone: municipality.contact.phone })}</Hint>
      </Section>
      <AskForm t={t} path={path} form={form} kinds={card.signal.source === 'resident' ? askedKinds : ['correct']} />
      {card.isWithdrawn ? null : <LinkButton href={`${path}/withdrawal`}>{t('resident.my.withdraw')}</LinkButton>}
      <Form action={`${path}/leaving`}>
        <Button look="quiet">{t('resident.my.leave')}</Button>
      </Form>
    </Stack>
  )
}

function lookerText(t: Texts, { day, role, organisation, times }: MyCard['lookers'][number]): string {
  return t('resident.my.looker', { day: t.day(day), role: t(`http.role.${role}`), organisation, times })
}

type FormProps = { readonly t: Texts; readonly path: string; readonly form: FilledForm }

function ChangeForms({ t, path, form }: FormProps) {
  return (
    <Disclosure
      summary={t('resident.my.contact')}
      open={form.errors.some(({ field }) => field === 'phone' || field === 'reachWhen')}
    >
      <Form action={`${path}/contact`}>
        <PhoneField {...form.field('phone')} label={t('resident.my.otherPhone')} />
        <TextField
          {...form.field('reachWhen')}
          label={t('resident.card.reachWhen')}
          hint={t('resident.card.reachWhen.hint')}
          maxLength={cardLengths.reachWhen}
        />
        <ButtonRow>
          <Button look="secondary">{t('resident.my.save')}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

function AskForm({ t, path, form, kinds }: FormProps & { readonly kinds: readonly AskedKind[] }) {
  const isOwn = kinds.length > 1
  return (
    <Disclosure
      summary={t(isOwn ? 'resident.my.askData' : 'resident.my.correction')}
      open={form.errors.some(({ field }) => field === 'correction')}
    >
      <Form action={`${path}/correction`} {...(!isOwn && { hidden: { what: 'correct' } })}>
        {isOwn ? (
          <RadioGroup
            {...form.field('what')}
            label={t('resident.my.askWhat')}
            value={form.field('what').value || 'correct'}
            choices={kinds.map((kind) => ({ value: kind, label: t(`resident.my.askWhat.${kind}`) }))}
          />
        ) : null}
        <TextArea
          {...form.field('correction')}
          label={t('resident.my.correctionWhat')}
          hint={t('resident.my.correctionHint')}
          rows={3}
          maxLength={300}
          countText={t('resident.card.left')}
          numberPatternWarning={t('resident.card.numberWarning')}
        />
        <ButtonRow>
          <Button look="secondary">{t('resident.my.ask')}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}
