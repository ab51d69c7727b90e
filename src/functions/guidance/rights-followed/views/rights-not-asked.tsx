import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, Form, Hint, LinkList, Section } from '../../../../ui/index.ts'
import { DueOn } from '../../views/due-on.tsx'
import type { FollowedRight } from '../followed-right-store.ts'
import { askWords, nameOfRight } from '../right-words.ts'
import { followedPath } from './followed-path.ts'

type Props = { readonly t: Texts; readonly rights: readonly FollowedRight[] }

/** Before a case closes: what happens with each right that was found and not asked. Each gets an answer, which may be no. */
export function RightsNotAsked({ t, rights }: Props) {
  if (rights.length === 0) return null
  return (
    <Section title={t('guidance.followed.notAsked')} id="rights-not-asked">
      <Hint>{t('guidance.followed.notAskedHint')}</Hint>
      <LinkList
        label={t('guidance.followed.notAsked')}
        items={rights.map((right) => ({
          key: right.id,
          title: askWords(t, right.rightId),
          href: `${followedPath(right)}?from=closing`,
          meta: right.askBy ? <DueOn t={t} day={right.askBy} /> : undefined,
          actions: <Answers t={t} right={right} />,
        }))}
      />
    </Section>
  )
}

/** The two commonest answers, each in one press; the rest stands on the page of the right. */
function Answers({ t, right }: { readonly t: Texts; readonly right: FollowedRight }) {
  const answers = [
    { state: 'asked', askedOn: t.today },
    { state: 'doesNotWant', askedOn: undefined },
  ] as const
  return answers.map(({ state, askedOn }) => (
    <Form
      key={state}
      action={`${followedPath(right)}/outcome`}
      look="inline"
      hidden={{ version: String(right.version), from: 'closing', state, askedOn }}
    >
      <Button look="quiet" about={nameOfRight(right.rightId, t.language)}>
        {t(`guidance.followed.quick.${state}`)}
      </Button>
    </Form>
  ))
}
