import type { Comparison, Expression } from '../../language/expression.ts'
import { unknownChoice } from '../layout.ts'
import { bits, type Code, isExact, perhaps, type RangeCode, surely, type TruthCode, type Writer } from './code.ts'
import { placeOf, type Scope } from './scope.ts'

/** Source for a test of the rules, with the same answers as `check/compile-truth.ts`. */
export function truthSource(expression: Expression, scope: Scope, writer: Writer): TruthCode {
  switch (expression.op) {
    case 'boolean':
      return surely(String(expression.value))
    case 'fact':
      return truthOf(scope.value(expression, placeOf(expression.carrier, scope), writer), writer)
    case 'not':
      return opposite(truthSource(expression.of, scope, writer))
    case 'and':
    case 'or':
      return together(expression.op, expression.all, scope, writer)
    case 'compare':
      return comparison(
        expression.by,
        scope.rules.range(expression.left, scope, writer),
        scope.rules.range(expression.right, scope, writer),
        writer,
      )
    case 'in':
      return choice(expression, scope, writer)
    case 'if':
      return either(expression, scope, writer)
    case 'known':
      return known(expression.of, scope, writer)
    case 'surely': {
      const of = truthSource(expression.of, scope, writer)
      return of.sure ? of : surely(`(${of.text} === 3)`)
    }
    case 'unknown':
      return perhaps('2')
    case 'any':
    case 'all':
      return overMembers(expression.op, expression.of, scope, writer)
    case 'self':
      return surely(scope.subject === scope.member ? 'true' : `(${scope.place(scope.subject)} === ${scope.member})`)
    case 'partner':
      return partners(scope)
    default:
      return truthOf(scope.rules.range(expression, scope, writer), writer)
  }
}

function truthOf(code: Code, writer: Writer): TruthCode {
  if (code.is === 'truth') return code
  if (code.is === 'choice') throw new TypeError('a choice is no test')
  if (isExact(code)) return surely(`(${code.low} > 0)`)
  const { low, high } = writer.bound(code)
  return perhaps(`(${low} > 0 ? 3 : ${high} < 1 ? 0 : 2)`)
}

/** Code of "not". */
export function opposite(of: TruthCode): TruthCode {
  // 35 holds the answers for 0, 2 and 3, two bits each: 3, 2 and 0.
  return of.sure ? surely(`!${of.text}`) : perhaps(`((${notTable} >> (${of.text} << 1)) & 3)`)
}
const notTable = 3 | (2 << 4)

/**
 * Parts that cost little are joined in one text. A part that loops, or that looks at a value which may be out of date, is
 * reached only when the parts before it left the answer open, as with one household.
 */
function together(op: 'and' | 'or', parts: readonly Expression[], scope: Scope, writer: Writer): TruthCode {
  const [sureSign, bitSign] = op === 'and' ? ['&&', '&'] : ['||', '|']
  let soFar: TruthCode | null = null
  for (const part of parts) {
    const apart = writer.apart()
    const one = truthSource(part, scope, apart)
    if (!apart.isHeavy || soFar === null) {
      writer.take(apart)
      soFar = soFar === null ? one : joined(op, soFar, one)
      continue
    }
    const both: TruthCode = soFar
    const name = writer.fresh()
    const isSure = both.sure && one.sure
    const isOpen = isSure ? (op === 'and' ? name : `!${name}`) : `${name} !== ${op === 'and' ? 0 : 3}`
    const next = isSure ? `${name} = ${one.text}` : `${name} ${bitSign}= ${bits(one)}`
    writer.add(`let ${name} = ${isSure ? both.text : bits(both)}`, `if (${isOpen}) {`, ...apart.lines, next, '}')
    writer.isHeavy = true
    soFar = { is: 'truth', sure: isSure, text: name }
  }
  return soFar ?? surely(String(op === 'and'))

  function joined(by: 'and' | 'or', one: TruthCode, other: TruthCode): TruthCode {
    if (one.sure && other.sure) return surely(`(${one.text} ${sureSign} ${other.text})`)
    if (!one.sure && !other.sure) return perhaps(`(${one.text} ${bitSign} ${other.text})`)
    const [sure, open] = one.sure ? [one, other] : [other, one]
    return perhaps(by === 'and' ? `(${sure.text} ? ${open.text} : 0)` : `(${sure.text} ? 3 : ${open.text})`)
  }
}

/** Closer than a millionth of a cent is equal, as in `check/truth.ts`. */
const nearly = 1e-6

/** Code of a comparison of two numbers, each with two ends: unknown where the ends do not agree. */
export function comparison(by: Comparison, left: RangeCode, right: RangeCode, writer: Writer): TruthCode {
  if (by === '>' || by === '>=') return comparison(by === '>' ? '<' : '<=', right, left, writer)
  if (by === '!=') return opposite(comparison('=', left, right, writer))
  if (isExact(left) && isExact(right)) {
    const [a, b] = [left.low, right.low]
    if (by === '<') return surely(`(${a} < ${moved(b, -nearly)})`)
    if (by === '<=') return surely(`(${a} <= ${moved(b, nearly)})`)
    return surely(`(${a} <= ${moved(b, nearly)} && ${a} >= ${moved(b, -nearly)})`)
  }
  const [a, b] = [writer.bound(left), writer.bound(right)]
  if (by === '<')
    return perhaps(`(${a.high} < ${moved(b.low, -nearly)} ? 3 : ${a.low} >= ${moved(b.high, -nearly)} ? 0 : 2)`)
  if (by === '<=')
    return perhaps(`(${a.high} <= ${moved(b.low, nearly)} ? 3 : ${a.low} > ${moved(b.high, nearly)} ? 0 : 2)`)
  const isApart = `${a.low} > ${moved(b.high, nearly)} || ${a.high} < ${moved(b.low, -nearly)}`
  const isOne = `${a.high} - ${a.low} < ${nearly} && ${b.high} - ${b.low} < ${nearly}`
  return perhaps(`(${isApart} ? 0 : ${isOne} ? 3 : 2)`)
}

function moved(text: string, by: number): string {
  const value = Number(text)
  return Number.isNaN(value) ? `${text} ${by < 0 ? '-' : '+'} ${Math.abs(by)}` : String(value + by)
}

function choice(expression: Expression & { readonly op: 'in' }, scope: Scope, writer: Writer): TruthCode {
  const { carrier, name, at } = expression.of
  const slot = scope.names.fact(carrier, name)
  if (slot?.fact.type !== 'enum') return scope.fault(at, `${carrier}.${name} has no choices`)
  const code = scope.value(expression.of, placeOf(carrier, scope), writer)
  if (code.is !== 'choice') return scope.fault(at, `${carrier}.${name} has no choices`)
  const text = writer.bind(code.text)
  const isOne = expression.values.map((value) => `${text} === ${slot.code(value)}`).join(' || ')
  return code.sure ? surely(`(${isOne})`) : perhaps(`(${isOne} ? 3 : ${text} === ${unknownChoice} ? 2 : 0)`)
}

function either(expression: Expression & { readonly op: 'if' }, scope: Scope, writer: Writer): TruthCode {
  const when = truthSource(expression.when, scope, writer)
  if (when.text === 'true') return truthSource(expression.yes, scope, writer)
  if (when.text === 'false') return truthSource(expression.no, scope, writer)
  const [ifYes, ifNo] = [writer.apart(), writer.apart()]
  const [yes, no] = [truthSource(expression.yes, scope, ifYes), truthSource(expression.no, scope, ifNo)]
  if (!ifYes.isHeavy && !ifNo.isHeavy) {
    writer.take(ifYes)
    writer.take(ifNo)
    if (when.sure && yes.sure && no.sure) return surely(`(${when.text} ? ${yes.text} : ${no.text})`)
    if (when.sure) return perhaps(`(${when.text} ? ${bits(yes)} : ${bits(no)})`)
    const [asked, one, other] = [writer.bind(when.text), writer.bind(bits(yes)), writer.bind(bits(no))]
    return perhaps(`(${asked} === 3 ? ${one} : ${asked} === 0 ? ${other} : ${one === other ? one : hull(one, other)})`)
  }
  writer.isHeavy = true
  const [asked, one, other] = [writer.bind(bits(when)), writer.fresh(), writer.fresh()]
  writer.add(`let ${one} = 0`, `if (${asked} !== 0) {`, ...ifYes.lines, `${one} = ${bits(yes)}`, '}')
  writer.add(`let ${other} = 0`, `if (${asked} !== 3) {`, ...ifNo.lines, `${other} = ${bits(no)}`, '}')
  const answer = `(${asked} === 3 ? ${one} : ${asked} === 0 ? ${other} : ${hull(one, other)})`
  return when.sure && yes.sure && no.sure ? surely(`(${answer} === 3)`) : perhaps(answer)
}

const hull = (one: string, other: string) => `((${one} & ${other}) | ((${one} | ${other}) & 2))`

function known(of: Expression, scope: Scope, writer: Writer): TruthCode {
  if (of.op !== 'fact') return scope.fault(of.at, '"known" asks for a fact')
  const code = scope.value(of, placeOf(of.carrier, scope), writer)
  if (code.is === 'range') {
    if (isExact(code)) return surely('true')
    const { low, high } = writer.bound(code)
    return surely(`(${low} === ${high})`)
  }
  return surely(code.sure ? 'true' : `(${code.text} !== ${code.is === 'truth' ? 2 : unknownChoice})`)
}

function overMembers(op: 'any' | 'all', of: Expression, scope: Scope, writer: Writer): TruthCode {
  const inside = writer.apart()
  const member = writer.fresh('m')
  const one = truthSource(of, { ...scope, member }, inside)
  const name = writer.fresh()
  const begin = op === 'any' ? (one.sure ? 'false' : '0') : one.sure ? 'true' : '3'
  const step = one.sure
    ? [`if (${op === 'any' ? one.text : `!${one.text}`}) {`, `${name} = ${op === 'any'}`, 'break', '}']
    : [`${name} ${op === 'any' ? '|' : '&'}= ${one.text}`, `if (${name} === ${op === 'any' ? 3 : 0}) break`]
  writer.add(
    `let ${name} = ${begin}`,
    `for (let ${member} = s; ${member} < e; ${member}++) {`,
    ...inside.lines,
    ...step,
    '}',
  )
  writer.isHeavy = true
  return { is: 'truth', sure: one.sure, text: name }
}

/** The reference person and the one with role partner are each other's. */
function partners(scope: Scope): TruthCode {
  const role = scope.names.fact('person', 'role')
  if (!role) throw new TypeError('"partner" asks for a fact person.role')
  const { subject, member } = scope
  if (subject === member) return surely('false')
  const [mine, theirs] = [scope.column(role.id, subject), scope.column(role.id, member)]
  const [one, other] = [role.code('reference'), role.code('partner')]
  if (!scope.complete) {
    const call = `${scope.library('partnerBits')}(${mine}, ${theirs}, ${one}, ${other})`
    return perhaps(`(${subject} === ${member} ? 0 : ${call})`)
  }
  return surely(`((${mine} === ${one} && ${theirs} === ${other}) || (${mine} === ${other} && ${theirs} === ${one}))`)
}
