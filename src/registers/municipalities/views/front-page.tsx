import type { Texts } from '../../../platform/messages/index.ts'
import { EmptyState, Heading, Link, LinkList, Stack } from '../../../ui/index.ts'
import type { Municipality } from '../municipality-store.ts'

type Props = { readonly t: Texts; readonly municipalities: readonly Municipality[] }

/** The municipalities of this installation, for who comes by. */
export function FrontPage({ t, municipalities }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('resident.front.title')}</Heading>
      {municipalities.length === 0 ? (
        <EmptyState title={t('resident.front.none')} text={t('resident.front.noneText')} icon="house" />
      ) : (
        <LinkList items={municipalities.map(({ name, slug }) => ({ title: name, href: `/in/${slug}` }))} />
      )}
      <Link href="/sign-in">{t('resident.footer.signIn')}</Link>
    </Stack>
  )
}
