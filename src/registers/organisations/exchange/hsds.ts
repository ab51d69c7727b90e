/**
 * Open Referral Human Services Data Specification 3.0, as far as we have something for it. Names are the specification's own.
 * Source: docs.openreferral.org, version 3.0.
 */

/** A field of ours the specification has no place for: `taxonomy_term.code` says which, `value` holds it. */
export type HsdsAttribute = {
  readonly id: string
  readonly link_entity: 'service' | 'organization'
  readonly value: string
  readonly taxonomy_term: HsdsTerm
}

export type HsdsTerm = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string
  readonly taxonomy: string
}

export type HsdsPhone = { readonly id: string; readonly number: string; readonly type: 'voice' }

export type HsdsOrganization = {
  readonly id: string
  readonly name: string
  readonly alternate_name?: string
  /** Required by the specification: empty when nobody wrote one. */
  readonly description: string
  readonly email?: string
  readonly website?: string
  readonly legal_status?: string
  readonly phones?: readonly HsdsPhone[]
  readonly organization_identifiers?: readonly {
    readonly id: string
    readonly identifier_scheme: string
    readonly identifier_type: string
    readonly identifier: string
  }[]
}

export type HsdsLocation = {
  readonly id: string
  readonly location_type: 'physical'
  readonly addresses: readonly {
    readonly id: string
    readonly address_1: string
    readonly city: string
    readonly state_province: string
    readonly postal_code: string
    readonly country: string
    readonly address_type: 'physical'
  }[]
  readonly accessibility?: readonly { readonly id: string; readonly description: string }[]
}

export type HsdsServiceAtLocation = { readonly id: string; readonly location: HsdsLocation }

/** What the list of services holds: fields without parts. */
export type HsdsServiceSummary = {
  readonly id: string
  readonly name: string
  readonly alternate_name?: string
  readonly description?: string
  readonly url?: string
  readonly email?: string
  readonly status: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
  readonly application_process?: string
  readonly fees_description?: string
  readonly eligibility_description?: string
  readonly assured_date: string
  readonly organization: HsdsOrganization
}

export type HsdsService = HsdsServiceSummary & {
  readonly phones?: readonly HsdsPhone[]
  readonly schedules?: readonly { readonly id: string; readonly description: string }[]
  readonly service_areas: readonly { readonly id: string; readonly name: string; readonly uri?: string }[]
  readonly service_at_locations?: readonly HsdsServiceAtLocation[]
  readonly languages?: readonly { readonly id: string; readonly name: string; readonly code: string }[]
  readonly cost_options?: readonly {
    readonly id: string
    readonly option: string
    readonly currency: string
    readonly amount: number
  }[]
  readonly attributes: readonly HsdsAttribute[]
}

/** One page of a list, as every HSDS API answers. */
export type HsdsPage<Item> = {
  readonly total_items: number
  readonly total_pages: number
  readonly page_number: number
  readonly size: number
  readonly first_page: boolean
  readonly last_page: boolean
  readonly empty: boolean
  readonly contents: readonly Item[]
}

/** Page `page` (from 1) of `total` things, `perPage` a page. */
export function pageOf<Item>(contents: readonly Item[], total: number, page: number, perPage: number): HsdsPage<Item> {
  const pages = Math.max(1, Math.ceil(total / perPage))
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}
