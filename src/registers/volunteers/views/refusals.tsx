import type { Texts } from '../../../platform/messages/index.ts'
import { Button, ButtonRow, EmptyState, Form, Hint, LinkList, SearchField, Section, Stack } from '../../../ui/index.ts'
import type { RefusedPlace } from '../refused-places.ts'

type Props = {
  readonly t: Texts
  /** Page this stands on, for the search; `<base>/refusals` takes changes. */
  readonly base: string
  readonly refused: readonly RefusedPlace[]
  readonly search: { readonly typed: string; readonly found: readonly RefusedPlace[] }
}

/** Addresses and streets somebody would rather not visit: no reason, no consequence. */
export function Refusals({ t, base, refused, search }: Props) {
  return (
    <Section title={t('volunteers.refusals.title')} id="refusals">
      <Hint>{t('volunteers.refusals.hint')}</Hint>
      {refused.length > 0 ? (
        <LinkList
          label={t('volunteers.refusals.title')}
          items={refused.map((place) => ({
            key: place.placeId,
            title: place.label,
            actions: <Change t={t} action={`${base}/refusals/removal`} place={place} />,
          }))}
        />
      ) : null}
      <Form action={`${base}#refusals`} method="get" label={t('volunteers.refusals.search')}>
        <SearchField
          name="q"
          label={t('volunteers.refusals.search')}
          hint={t('volunteers.refusals.searchHint')}
          value={search.typed}
        />
        <ButtonRow>
          <Button look="secondary" icon="search">
            {t('volunteers.refusals.find')}
          </Button>
        </ButtonRow>
      </Form>
      {search.found.length > 0 ? (
        <LinkList
          label={t('volunteers.refusals.found')}
          items={search.found.map((place) => ({
            key: place.placeId,
            title: place.label,
            actions: <Change t={t} action={`${base}/refusals`} place={place} isNew />,
          }))}
        />
      ) : search.typed ? (
        <EmptyState title={t('volunteers.refusals.none')} icon="map-pin" />
      ) : null}
    </Section>
  )
}

type ChangeProps = {
  readonly t: Texts
  readonly action: string
  readonly place: RefusedPlace
  readonly isNew?: boolean
}

function Change({ t, action, place, isNew }: ChangeProps) {
  return (
    <Stack gap="none">
      <Form action={action} look="inline" hidden={{ kind: place.kind, placeId: place.placeId }}>
        <Button look="secondary" about={place.label}>
          {isNew ? t('volunteers.refusals.add') : t('volunteers.refusals.remove')}
        </Button>
      </Form>
    </Stack>
  )
}
