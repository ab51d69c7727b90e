import { isoDateIn } from '@meernet/calendar'
import { municipalTimeZone, type Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, EmptyState, Form, LinkList, Section } from '../../../../ui/index.ts'
import type { AccessReview } from '../access-review.ts'

type Props = {
  readonly t: Texts
  readonly reviews: readonly AccessReview[]
  /** The identifier for a new review; absent for who only reads. */
  readonly newId: string | undefined
}

/** Reviews that were held, and the button for another one when none is open. */
export function ReviewsSection({ t, reviews, newId }: Props) {
  const isOpen = reviews.some(({ closedAt }) => closedAt === null)
  return (
    <Section title={t('municipalities.reviews.title')}>
      <p>{t('municipalities.reviews.text')}</p>
      {reviews.length === 0 ? (
        <EmptyState title={t('municipalities.reviews.none')} icon="clipboard-list" />
      ) : (
        <LinkList
          label={t('municipalities.reviews.title')}
          items={reviews.map(({ id, begunAt, closedAt }) => ({
            key: id,
            title: t('municipalities.review.title', { day: t.day(isoDateIn(municipalTimeZone, begunAt)) }),
            href: `/admin/access-list/reviews/${id}`,
            description: closedAt
              ? t('municipalities.reviews.closed', { moment: t.moment(closedAt) })
              : t('municipalities.reviews.open'),
          }))}
        />
      )}
      {newId && !isOpen && (
        <Form action="/admin/access-list/reviews" hidden={{ id: newId }}>
          <ButtonRow>
            <Button look="secondary">{t('municipalities.reviews.begin')}</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  )
}
