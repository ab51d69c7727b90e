import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'

/**
 * Cuts the text of one JSON object into its members, and the arrays among them that are named in `lists` into their elements,
 * so that a file of hundreds of megabytes is read holding one element. It only matches brackets and quotes: whoever parses the
 * pieces finds what is wrong inside them.
 *
 *     { "type": "FeatureCollection", "features": [ {…}, {…} ] }   lists: features
 *     type → "FeatureCollection"     features 1 → {…}     features 2 → {…}
 */
export type JsonPiece = {
  readonly member: string
  /** Place in the list, from 1; absent for a member that is not cut up. */
  readonly element: number | undefined
  readonly bytes: Buffer
  /** Where it begins: bytes from the start of the text, and the line, from 1. */
  readonly at: number
  readonly line: number
}

type State =
  | 'object'
  | 'first-key'
  | 'key'
  | 'in-key'
  | 'colon'
  | 'value'
  | 'in-value'
  | 'after-value'
  | 'first-element'
  | 'element'
  | 'after-element'
  | 'end'

const largestPieceBytes = 256 * 1024 * 1024
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

const expectedIn: Readonly<Record<State, string>> = {
  object: 'an object ({)',
  'first-key': 'a name in quotes or }',
  key: 'a name in quotes',
  'in-key': 'the end of a name',
  colon: 'a colon',
  value: 'a value',
  'in-value': 'the end of a value',
  'after-value': 'a comma or }',
  'first-element': 'a value or ]',
  element: 'a value',
  'after-element': 'a comma or ]',
  end: 'nothing more',
}

/** Takes the text chunk by chunk and gives the pieces that ended in it; refuses text that is no JSON object, with its place. */
export class MemberSplitter {
  #state: State = 'object'
  #position = 0
  #line = 1
  #member = ''
  #element: number | undefined
  #held: Buffer[] = []
  #heldBytes = 0
  #began = { at: 0, line: 1 }
  #depth = 0
  #isInString = false
  #isEscaped = false
  readonly #lists: readonly string[]
  readonly #spot: Spot

  constructor(lists: readonly string[], spot: Spot) {
    this.#lists = lists
    this.#spot = spot
  }

  push(chunk: Buffer): readonly JsonPiece[] {
    const pieces: JsonPiece[] = []
    let from = 0
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0
      if (this.#state === 'in-value' || this.#state === 'in-key') {
        const ends = this.#follow(byte)
        if (ends !== 'no') {
          this.#hold(chunk.subarray(from, ends === 'with' ? index + 1 : index))
          this.#finish(pieces)
        }
        if (ends !== 'before') {
          this.#advance(byte)
          continue
        }
      }
      if (this.#isStart(byte)) {
        from = index
        this.#began = { at: this.#position, line: this.#line }
      }
      this.#advance(byte)
    }
    // A copy: the chunk's memory is used again for a later one.
    if (this.#state === 'in-value' || this.#state === 'in-key') this.#hold(Buffer.from(chunk.subarray(from)))
    return pieces
  }

  /** Refuses a text that ends before its object does. */
  end(): void {
    if (this.#state !== 'end')
      refuse(
        'file-truncated',
        this.#spotHere(),
        `ends in the middle, at byte ${this.#position}: expected ${expectedIn[this.#state]}. Fetch it again.`,
      )
  }

  #advance(byte: number): void {
    this.#position += 1
    if (byte === 0x0a) this.#line += 1
  }

  /** Inside a key or a value: whether it ends with this byte, before it, or not yet. */
  #follow(byte: number): 'no' | 'with' | 'before' {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === backslash) this.#isEscaped = true
      else if (byte === quote) {
        this.#isInString = false
        if (this.#depth === 0) return 'with'
      }
      return 'no'
    }
    if (this.#depth === 0)
      return byte === comma || byte === closeBrace || byte === closeBracket || isSpace(byte) ? 'before' : 'no'
    if (byte === quote) this.#isInString = true
    else if (byte === openBrace || byte === openBracket) this.#depth += 1
    else if (byte === closeBrace || byte === closeBracket) {
      this.#depth -= 1
      if (this.#depth === 0) return 'with'
    }
    return 'no'
  }

  /** Between values: takes a sign of the structure; true when a key or a value begins with this byte. */
  #isStart(byte: number): boolean {
    if (isSpace(byte) || (this.#position < 3 && isByteOrderMark(byte))) return false
    switch (this.#state) {
      case 'object':
        if (byte !== openBrace) this.#refuseHere()
        this.#state = 'first-key'
        return false
      case 'first-key':
      case 'key':
        if (byte === closeBrace && this.#state === 'first-key') this.#state = 'end'
        else if (byte === quote) return this.#begin('in-key', byte)
        else this.#refuseHere()
        return false
      case 'colon':
        if (byte !== colon) this.#refuseHere()
        this.#state = 'value'
        return false
      case 'value':
        if (byte !== openBracket || !this.#lists.includes(this.#member)) return this.#begin('in-value', byte)
        this.#element = 0
        this.#state = 'first-element'
        return false
      case 'after-value':
        if (byte !== comma && byte !== closeBrace) this.#refuseHere()
        this.#state = byte === comma ? 'key' : 'end'
        return false
      case 'first-element':
      case 'element':
        if (byte === closeBracket && this.#state === 'first-element') this.#endList()
        else {
          this.#element = (this.#element ?? 0) + 1
          return this.#begin('in-value', byte)
        }
        return false
      case 'after-element':
        if (byte === comma) this.#state = 'element'
        else if (byte === closeBracket) this.#endList()
        else this.#refuseHere()
        return false
      default:
        return this.#refuseHere()
    }
  }

  #begin(state: 'in-key' | 'in-value', byte: number): true {
    if (byte === comma || byte === colon || byte === closeBrace || byte === closeBracket) this.#refuseHere()
    this.#state = state
    this.#isInString = byte === quote
    this.#depth = byte === openBrace || byte === openBracket ? 1 : 0
    return true
  }

  #endList(): void {
    this.#element = undefined
    this.#state = 'after-value'
  }

  #hold(part: Buffer): void {
    this.#heldBytes += part.length
    if (this.#heldBytes > largestPieceBytes)
      refuse('file-kind', this.#spotHere(), 'has one piece of more than 256 MB; expected one feature after the other.')
    this.#held.push(part)
  }

  #finish(pieces: JsonPiece[]): void {
    const [only] = this.#held
    const bytes = this.#held.length === 1 && only ? only : Buffer.concat(this.#held)
    this.#held = []
    this.#heldBytes = 0
    if (this.#state === 'in-key') {
      this.#member = bytes.toString('utf8', 1, bytes.length - 1)
      this.#state = 'colon'
      return
    }
    pieces.push({ member: this.#member, element: this.#element, bytes, ...this.#began })
    this.#state = this.#element === undefined ? 'after-value' : 'after-element'
  }

  #refuseHere(): never {
    return refuse(
      'file-damaged',
      this.#spotHere(),
      `is no JSON at byte ${this.#position}: expected ${expectedIn[this.#state]}. Fetch it again.`,
    )
  }

  #spotHere(): Spot {
    return { ...this.#spot, line: this.#line, feature: this.#element }
  }
}

const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const isByteOrderMark = (byte: number) => byte === 0xef || byte === 0xbb || byte === 0xbf
