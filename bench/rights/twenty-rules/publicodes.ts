/** The same twenty rules in the words of publicodes. Amounts are rounded where ours are. */
export const publicodesRules = {
  adults: { question: 'adults' },
  children: { question: 'children' },
  age: { question: 'age' },
  wage: { question: 'wage' },
  pension: { question: 'pension' },
  benefit: { question: 'benefit' },
  'partner wage': { question: 'partner wage' },
  savings: { question: 'savings' },
  rent: { question: 'rent' },
  owner: { question: 'owner' },
  size: 'adults + children',
  'wage counted': { valeur: '(wage - 312.49) * 0.9', plancher: 0 },
  'own income': { somme: ['wage counted', 'pension * 0.9', 'benefit'] },
  'partner income': { valeur: 'partner wage - 893.65', plancher: 0 },
  'savings income': {
    variations: [
      { si: 'savings <= 6200', alors: 0 },
      { si: 'savings <= 12500', alors: '(savings - 6200) * 0.06 / 12' },
      { sinon: '(378 + (savings - 12500) * 0.1) / 12' },
    ],
  },
  resources: { somme: ['own income', 'partner income', 'savings income'] },
  category: {
    variations: [{ si: 'children > 0', alors: 1811.58 }, { si: 'adults > 1', alors: 893.65 }, { sinon: 1340.47 }],
  },
  'below minimum': { 'toutes ces conditions': ['age >= 18', 'resources < category'] },
  'gross year': '(wage + pension + benefit + partner wage) * 12',
  'care ceiling': '25630.67 + 4744.94 * (size - 1)',
  'cheaper care': 'gross year <= care ceiling',
  'rent factor': { valeur: '1 + 0.2 * children', plafond: 1.5 },
  'rent ceiling': '639.78 * rent factor',
  'rent fits': { 'toutes ces conditions': ['owner = non', 'rent <= rent ceiling'] },
  'heating help': {
    variations: [
      {
        si: {
          'toutes ces conditions': ['cheaper care', { 'une de ces conditions': ['owner = non', 'savings < 12500'] }],
        },
        alors: 25,
      },
      { sinon: 0 },
    ],
  },
  'child amount': {
    variations: [
      { si: 'gross year <= 40701.59', alors: 73.68 },
      { si: { 'toutes ces conditions': ['gross year <= 47485.19', 'children <= 2'] }, alors: 37.31 },
      { sinon: 0 },
    ],
  },
  'rent amount': { valeur: 'rent ceiling * 0.75 - gross year / 55', plancher: 0 },
  'minimum amount': { valeur: 'category - resources', plancher: 0 },
  minimum: {
    variations: [
      { si: 'below minimum', alors: { valeur: 'minimum amount + heating help', arrondi: '2 décimales' } },
      { sinon: 0 },
    ],
  },
  'rent help': {
    variations: [
      {
        si: { 'toutes ces conditions': ['rent fits', 'gross year <= 35000'] },
        alors: { valeur: 'rent amount', arrondi: '2 décimales' },
      },
      { sinon: 0 },
    ],
  },
  'child supplement': {
    variations: [
      {
        si: { 'toutes ces conditions': ['children > 0', 'child amount > 0'] },
        alors: { valeur: 'child amount * children', arrondi: '2 décimales' },
      },
      { sinon: 0 },
    ],
  },
}
