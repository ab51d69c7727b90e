import { defineEvent } from '../../platform/events/event.ts'

/** Neighbourhoods got another name, or one came or went: what is found by those names is to be indexed anew. */
export const neighbourhoodsChanged = defineEvent<{ readonly neighbourhoodId: string }>('places.neighbourhoodsChanged')
