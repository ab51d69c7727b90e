/** A text in the languages rules are explained in. Residents' languages add to these where the text is for them. */
export type Words = {
  readonly nl: string
  readonly fr: string
  readonly en: string
  readonly ar?: string
  readonly tr?: string
  readonly uk?: string
}

/** Whom or what a fact is about. Children are persons with more facts. */
export type Bearer = 'household' | 'dwelling' | 'person' | 'child'

/** `money` is given in euros and kept in cents; `share` lies between 0 and 1; dates are ISO dates; a `code` is only kept. */
export type FactType = 'boolean' | 'integer' | 'share' | 'money' | 'date' | 'enum' | 'code'

/** Something that may be known of a household, its dwelling or one of its persons. Its id begins with the bearer. */
export type Fact = {
  readonly type: FactType
  /** The choices of an `enum`, each with the words to show. */
  readonly values?: Readonly<Record<string, Words>>
  /** The choice that plain yes and plain no stand for. */
  readonly plain?: { readonly yes: string; readonly no: string }
  /** Bounds that hold without asking, in the unit of the fact (money in euros). Money and numbers begin at 0 unless told. */
  readonly min?: number
  readonly max?: number
  readonly per?: 'month' | 'year'
  /** Facts that one question answers share a page; the name of that page. Without one the fact is a page of its own. */
  readonly page?: string
  /** Belongs to the dozen that is asked first, because it decides most. */
  readonly firstRound?: boolean
  /** About health or status: asked last, only when a right hangs on it. */
  readonly sensitive?: boolean
  /** Never asked; only taken in when somebody tells it. */
  readonly volunteered?: boolean
  /** The fact makes sense only then, an expression; it is not asked otherwise, and counts as `otherwise`. */
  readonly when?: string
  /** What holds where `when` is false: a boolean, a number, a value of the enum. */
  readonly otherwise?: boolean | number | string
  /** The question at the door. */
  readonly question?: Words
  /** A help to the question: where to look. */
  readonly hint?: Words
  /** The fact as the subject of a sentence: "het netto-inkomen per maand". */
  readonly noun: Words
  /** For a boolean: the clause when it holds ("krijgt een leefloon") and when it does not ("krijgt geen leefloon"). */
  readonly holds?: Words
  readonly fails?: Words
}

/** A named expression that several rights use, worked out per person, or once for the household. */
export type Definition = {
  readonly of: 'household' | 'person'
  readonly type: 'boolean' | 'number' | 'money' | 'date'
  readonly is: string
  readonly noun: Words
  readonly holds?: Words
  readonly fails?: Words
}

/** How sure we are of a value or a rule. */
export type Confidence = 'high' | 'medium' | 'low'
/** Where a value comes from: published by who decides it, the law itself, somebody who tells of it, or worked out from others. */
export type Origin = 'official' | 'law' | 'secondary' | 'derived'

/** One dated value. A `gap` says that a newer value exists from that day and that it is not known here. */
export type ParameterRow = {
  readonly from: string
  readonly value?: number
  readonly gap?: true
  readonly origin?: Origin
  readonly confidence?: Confidence
  readonly note?: string
}

/** A value of the law through time. */
export type Parameter = {
  readonly unit: 'eur' | 'eur/month' | 'eur/year' | 'eur/day' | 'count' | 'share' | 'years' | 'days' | 'months'
  /** `ceiling`: only ever rises; past its knowledge an income up to 12 % above is undecided (rights-facts 1.4). */
  readonly kind: 'ceiling' | 'amount' | 'constant'
  readonly rows: readonly ParameterRow[]
  /** The last day on which the newest row is known to hold. */
  readonly knownUntil?: string
  readonly source: string
  readonly noun: Words
  /** Entered per municipality; there are no rows here and none are guessed. */
  readonly local?: true
}

/** One thing that must hold. */
export type Condition = {
  readonly id: string
  readonly when: string
  /** Replaces the sentence made from the expression where that would be clumsy. */
  readonly say?: { readonly holds: Words; readonly fails: Words; readonly unknown?: Words }
}

/** Keeps an outcome at `possible` although every condition holds, because somebody else must look. */
export type Doubt = {
  readonly id: string
  readonly when: string
  readonly missing?: readonly string[]
  readonly say: Words
}

/** What a right is worth: an expression in euros, and per what it is paid or saved. */
export type Amount = {
  readonly per: 'month' | 'year' | 'once' | 'day' | 'session' | 'litre' | 'kWh'
  readonly is: string
  /** Only the most it can be is said: the calculation belongs to the body that decides. */
  readonly upTo?: true
}

/** A right, allowance or advantage: what it is, for whom, on which conditions, and how to ask for it. */
export type Right = {
  readonly name: Words
  /** One or two sentences for who never heard of it. */
  readonly summary: Words
  readonly level: 'federal' | 'flemish' | 'brussels' | 'local'
  readonly subject: 'household' | 'dwelling' | 'person' | 'child'
  /** Also for a child of the household under 18; otherwise a right for persons does not apply to one. */
  readonly minors?: true
  readonly regions: readonly ('flanders' | 'brussels' | 'wallonia')[]
  /** Beside region and kind of subject: where this is false the right is not for this subject at all. */
  readonly appliesTo?: string
  /** True when the subject has it already. */
  readonly already?: string
  readonly conditions: readonly Condition[]
  readonly doubts?: readonly Doubt[]
  /** Taken as true and told as a remark. */
  readonly assumed?: readonly Words[]
  readonly amount?: Amount
  /** The first whose `when` surely holds names the variant. */
  readonly variants?: readonly { readonly id: string; readonly when: string; readonly name: Words }[]
  /** What it is worth in a year to one subject, euros, for choosing the next question. Without it: from the amount. */
  readonly yearlyValue?: number
  readonly way: 'automatic' | 'on_application' | 'both'
  /** "vraag X aan Y": whom to ask. `service` is the kind of service looked up in the service map. */
  readonly ask: { readonly body: Words; readonly service: string; readonly address?: string }
  readonly how: Words
  readonly documents: readonly Words[]
  /** Terms to keep: days after a date fact, or a day of the year. */
  readonly terms?: readonly {
    readonly id: string
    readonly say: Words
    readonly after?: { readonly fact: string; readonly days?: number; readonly months?: number }
    readonly yearly?: string
    /** That day is the last one on which asking is in time; of other terms it is only good to know. */
    readonly lastDay?: true
  }[]
  /** Within which term the law wants an answer, from the day of asking. */
  readonly answerWithin?: { readonly days: number } | { readonly workingDays: number }
  readonly opens?: readonly string[]
  readonly excludes?: readonly string[]
  readonly whyMissed?: Words
  readonly sources: readonly string[]
  readonly confidence: Confidence
  /** The chapter of the facts this came from, for reviewers. */
  readonly chapter: string
}

/** Everything the engine needs to know of the law: data, no code. */
export type Model = {
  readonly facts: Readonly<Record<string, Fact>>
  readonly definitions: Readonly<Record<string, Definition>>
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly rights: Readonly<Record<string, Right>>
}
