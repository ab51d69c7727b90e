import type { Texts } from '../../../../platform/messages/index.ts'
import { type Address, addressLine } from '../../../../registers/places/index.ts'
import { Button, Form, LinkList } from '../../../../ui/index.ts'

export type AddressListProps = {
  readonly t: Texts
  readonly label: string
  readonly addresses: readonly Address[]
  /** Where two streets of the municipality with one name have to be told apart. */
  readonly withPostalCode?: boolean | undefined
  /** What can be done with each: posted to `to`, with its identifier as `field`. Without it the list is only read. */
  readonly act?:
    | {
        readonly to: string
        readonly field: 'addressId' | 'addressIds'
        readonly text: string
        readonly look: 'secondary' | 'quiet'
      }
    | undefined
}

/** Addresses below each other, with one act for each. */
export function AddressList({ t, label, addresses, withPostalCode = false, act }: AddressListProps) {
  return (
    <LinkList
      label={label}
      items={addresses.map((address) => ({
        key: address.id,
        title: withPostalCode ? `${addressLine(t, address)}, ${address.postalCode}` : addressLine(t, address),
        actions: act ? (
          <Form action={act.to} look="inline" hidden={{ [act.field]: address.id }}>
            <Button look={act.look} about={addressLine(t, address)}>
              {act.text}
            </Button>
          </Form>
        ) : undefined,
      }))}
    />
  )
}
