import { Button, Form, LinkList, Panel, Section } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { DemoMember } from './demo-store.ts'

type Props = { readonly t: Texts; readonly members: readonly DemoMember[] }

/** One button per invented colleague: press and be them. */
export function DemoButtons({ t, members }: Props) {
  return (
    <Panel look="warm">
      <Section title={t('identity.demo.title')}>
        <p>{t('identity.demo.lead')}</p>
        <LinkList
          label={t('identity.demo.title')}
          items={members.map(({ membershipId, name, role, zoneName }) => ({
            key: membershipId,
            title: name,
            description: `${t(`http.role.${role}`)}, ${zoneName}`,
            actions: (
              <Form action="/sign-in/demo" hidden={{ membershipId }} look="inline">
                <Button
                  look="secondary"
                  icon="log-in"
                  about={t('identity.demo.as', { name, role: t(`http.role.${role}`) })}
                >
                  {t('identity.demo.enter')}
                </Button>
              </Form>
            ),
          }))}
        />
      </Section>
    </Panel>
  )
}
