import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, Form, LinkList, Notice, Section } from '../../../../ui/index.ts'
import type { DuplicateView, SignalView } from '../signal-reading.ts'

type Props = { readonly t: Texts; readonly view: SignalView }

/** Other cards that may be about the same person, and those merged into this one. */
export function DuplicateSection({ t, view }: Props) {
  const { duplicates, merged } = view
  const withdrawnOn = merged.flatMap(({ card }) => card?.agreement.withdrawnOn ?? []).at(-1)
  return (
    <>
      {withdrawnOn ? (
        <Notice kind="attention" title={t('detection.merged.withdrawn')}>
          <p>{t('detection.merged.withdrawnText', { day: t.day(withdrawnOn) })}</p>
        </Notice>
      ) : null}
      {duplicates.length > 0 ? (
        <Section title={t('detection.duplicates.title')}>
          <LinkList
            label={t('detection.duplicates.title')}
            items={duplicates.map((duplicate) => ({
              href: `/inbox/${duplicate.signal.id}`,
              title: duplicate.name ?? duplicate.placeText ?? t('detection.card.nameless'),
              meta: `${t(`detection.duplicates.${duplicate.because}`)} · ${t(`detection.state.${duplicate.signal.state}`)} · ${t.moment(duplicate.signal.receivedAt)}`,
              actions: <DuplicateActs t={t} view={view} duplicate={duplicate} />,
            }))}
          />
        </Section>
      ) : null}
      {merged.length > 0 ? (
        <Section title={t('detection.merged.title')}>
          <LinkList
            label={t('detection.merged.title')}
            items={merged.map(({ signal, card }) => ({
              key: signal.id,
              title: card?.content?.wish ?? t('detection.card.erased'),
              meta: `${t(`detection.source.${signal.source}`)} · ${t.moment(signal.receivedAt)}`,
              actions: (
                <Form
                  action={`/inbox/${view.signal.id}/merges/undo`}
                  hidden={{ version: String(view.signal.version), other: signal.id }}
                  look="inline"
                >
                  <Button look="secondary" icon="undo-2">
                    {t('detection.merged.undo')}
                  </Button>
                </Form>
              ),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

function DuplicateActs({ t, view, duplicate }: Props & { readonly duplicate: DuplicateView }) {
  const hidden = { version: String(view.signal.version), other: duplicate.signal.id }
  return (
    <>
      <Form action={`/inbox/${view.signal.id}/merges`} hidden={hidden} look="inline">
        <Button look="secondary" icon="git-merge">
          {t('detection.duplicates.merge')}
        </Button>
      </Form>
      <Form action={`/inbox/${view.signal.id}/dismissed-duplicates`} hidden={hidden} look="inline">
        <Button look="quiet">{t('detection.duplicates.dismiss')}</Button>
      </Form>
    </>
  )
}
