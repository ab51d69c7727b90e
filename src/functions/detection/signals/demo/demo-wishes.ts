/** Invented questions, as people in Netegem might say them; with the language they speak. */
export const demoWishes = [
  [
    'Ik geraak met mijn knie niet meer tot in de winkel. Iemand die één keer in de week meegaat, dat zou mij al helpen.',
    'nl',
  ],
  ['Sinds mijn man gestorven is, spreek ik soms drie dagen met niemand.', 'nl'],
  ['De energiefactuur is verdubbeld. Ik weet niet of ik recht heb op het sociaal tarief.', 'nl'],
  ['Ik krijg brieven van de mutualiteit die ik niet begrijp. Wil iemand die eens samen bekijken?', 'nl'],
  ['Mijn dochter wil na school ergens heen waar het niet veel kost.', 'nl'],
  ['J’ai besoin d’aide pour remplir les papiers de la maison sociale.', 'fr'],
  ['Ik zorg al zes jaar voor mijn broer. Een halve dag rust per week zou goed doen.', 'nl'],
  ['أريد أن أتعلم اللغة الهولندية وأبحث عن عمل.', 'ar'],
  ['De trap is te steil geworden. Wie kan mij vertellen of ik kan verhuizen?', 'nl'],
  ['Ik zou graag terug naar de kaartclub, maar ik heb geen vervoer.', 'nl'],
  ['Mijn uitkering is stopgezet en ik weet niet waarom.', 'nl'],
  ['I am new here and I do not know which doctor takes new patients.', 'en'],
  ['De dokter zegt dat ik een verhoogde tegemoetkoming moet vragen. Waar moet ik zijn?', 'nl'],
  ['Er komt vocht in de slaapkamer van de kinderen en de eigenaar antwoordt niet.', 'nl'],
  ['Ik wil wel iets doen voor de buurt, maar ik weet niet wat ik nog kan.', 'nl'],
  ['Kan iemand mij helpen met de computer? Alles moet nu via itsme.', 'nl'],
] as const

/** Invented names: the given name, then the family name. */
export const demoNames = [
  ['Georgette', 'Maes'],
  ['Mohammed', 'El Amrani'],
  ['Frans', 'Peeters'],
  ['Zoë', 'Vandenbroucke'],
  ['Rosa', 'De Smet'],
  ['Kamiel', 'Wouters'],
  ['Aïcha', 'Benali'],
  ['Jozef', 'Claes'],
  ['Marie-Louise', 'Goossens'],
  ['Oksana', 'Kovalenko'],
  ['Luc', 'Mertens'],
  ['Denise', 'Willems'],
  ['Ibrahim', 'Yılmaz'],
  ['Simonne', 'Jacobs'],
  ['Gilbert', 'Hermans'],
  ['Nadia', 'Hoxha'],
] as const
