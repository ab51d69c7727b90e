import { Fragment } from 'preact'
import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { DescriptionList, Link, Notice } from '../../../../ui/index.ts'
import { emergencyLines } from '../../emergency-numbers.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality }

/** Whom to call when waiting for an answer is not safe. */
export function EmergencyLines({ t, municipality }: Props) {
  return (
    <Notice kind="attention" title={t('resident.emergency.title')}>
      <DescriptionList
        items={emergencyLines[municipality.jurisdiction].map(({ key, numbers }) => ({
          term: t(`resident.emergency.${key}`),
          value: (
            <bdi dir="ltr">
              {numbers.map((number, place) => (
                <Fragment key={number}>
                  {place > 0 ? ' · ' : null}
                  <Link href={`tel:${number.replaceAll(' ', '')}`}>{number}</Link>
                </Fragment>
              ))}
            </bdi>
          ),
        }))}
      />
    </Notice>
  )
}
