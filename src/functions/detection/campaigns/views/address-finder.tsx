import type { Address } from '../../../../registers/places/index.ts'
import { Button, ButtonRow, EmptyState, Form, SearchField } from '../../../../ui/index.ts'
import { AddressList, type AddressListProps } from './address-list.tsx'

/** What was typed to find an address in the register, and what was found. */
export type AddressSearch = { readonly typed: string; readonly found: readonly Address[] }

type Props = Pick<AddressListProps, 't' | 'withPostalCode' | 'act'> & {
  /** The page that looks: what is typed travels there as `q`. */
  readonly page: string
  readonly hint: string
  readonly search: AddressSearch
  readonly nothingFound: { readonly title: string; readonly text: string }
}

/** Finds addresses of the register by street and number, with one act for each that is found. */
export function AddressFinder({ t, page, hint, search, nothingFound, withPostalCode, act }: Props) {
  return (
    <>
      <Form action={page} method="get" label={t('detection.optOut.search')}>
        <SearchField name="q" label={t('detection.optOut.search')} hint={hint} value={search.typed} />
        <ButtonRow>
          <Button look="secondary" icon="search">
            {t('detection.optOut.find')}
          </Button>
        </ButtonRow>
      </Form>
      {search.found.length > 0 ? (
        <AddressList
          t={t}
          label={t('detection.optOut.found')}
          addresses={search.found}
          withPostalCode={withPostalCode}
          act={act}
        />
      ) : search.typed ? (
        <EmptyState {...nothingFound} icon="map-pin" />
      ) : null}
    </>
  )
}
