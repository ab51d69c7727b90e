import { defineEvent } from '../../platform/events/event.ts'

/**
 * Neighbourhoods got another name, one came or went, or is made of other areas or doors: what is found by those names is to be indexed, and
 * what is added up of those areas worked out, anew.
 */
export const neighbourhoodsChanged = defineEvent<{ readonly neighbourhoodId: string }>('places.neighbourhoodsChanged')
