import type { DemoService } from './demo-service.ts'

/** Rights, money, papers, housing, work. */
export const rightsAndMoney: readonly DemoService[] = [
  {
    by: 'ocmw',
    name: 'Onthaal Sociaal Huis',
    tags: ['geld', 'papieren', 'rechten', 'leefloon', 'hulp'],
    groups: ['poverty', 'singleParent', 'newcomer'],
    languages: ['nl', 'fr', 'en', 'ar'],
    ways: ['wheelchair', 'publicTransport', 'phone', 'homeVisit'],
    phone: '09 000 00 10',
    street: 'Dorpsplein 1',
    hours: 'ma–vr 9–12 u. en 13–16 u.',
    verifiedDaysAgo: 20,
    texts: {
      nl: [
        'Hebt u een vraag over geld, wonen, zorg of papieren? Hier luisteren we en zoeken we samen uit wat kan.',
        'Bel of kom langs. U hebt geen afspraak nodig. Kunt u niet komen? Dan komen wij naar u.',
      ],
      fr: [
        'Une question sur l’argent, le logement, les soins ou des papiers ? Ici, on vous écoute et on cherche avec vous.',
        'Appelez ou passez, sans rendez-vous. Vous ne pouvez pas venir ? Nous venons chez vous.',
      ],
      en: [
        'Do you have a question about money, housing, care or paperwork? We listen and look for an answer together with you.',
        'Call or drop in. You need no appointment. Can you not come? Then we come to you.',
      ],
      ar: [
        'هل لديك سؤال عن المال أو السكن أو الرعاية أو الأوراق؟ هنا نستمع إليك ونبحث معك عن حل.',
        'اتصل بنا أو تعال دون موعد. إذا كنت لا تستطيع الحضور فنحن نأتي إليك.',
      ],
    },
  },
  {
    by: 'ocmw',
    name: 'Schuldbemiddeling',
    tags: ['schulden', 'budget', 'deurwaarder', 'afbetalen', 'facturen'],
    groups: ['poverty'],
    languages: ['nl', 'fr'],
    ways: ['wheelchair', 'publicTransport', 'phone'],
    phone: '09 000 00 12',
    street: 'Dorpsplein 1',
    hours: 'op afspraak',
    waiting: [9, 35],
    verifiedDaysAgo: 35,
    texts: {
      nl: [
        'Kunt u uw rekeningen niet meer betalen? Een medewerker maakt met u een plan en praat met de schuldeisers.',
        'Bel voor een afspraak. Breng uw brieven mee, ook de brieven die u niet open deed.',
        'U woont in Netegem.',
      ],
      fr: [
        'Vous ne pouvez plus payer vos factures ? Nous faisons un plan avec vous et parlons aux créanciers.',
        'Appelez pour un rendez-vous et apportez vos lettres.',
        'Vous habitez à Netegem.',
      ],
    },
  },
  {
    by: 'ocmw',
    name: 'Energiescan en hulp met energierekening',
    tags: ['energie', 'gas', 'elektriciteit', 'water', 'sociaal tarief', 'verwarming'],
    groups: ['poverty'],
    ways: ['phone', 'homeVisit'],
    phone: '09 000 00 14',
    verifiedDaysAgo: 90,
    texts: {
      nl: [
        'Iemand komt bij u thuis kijken hoe u minder energie gebruikt. We kijken ook of u recht hebt op een lager tarief.',
        'Bel ons. Leg uw laatste afrekening klaar.',
      ],
    },
  },
  {
    by: 'ocmw',
    name: 'Verwarmingstoelage',
    tags: ['stookolie', 'mazout', 'verwarming', 'toelage'],
    groups: ['poverty', 'olderPerson'],
    ways: ['phone', 'online', 'publicTransport'],
    phone: '09 000 00 10',
    street: 'Dorpsplein 1',
    verifiedDaysAgo: 410,
    texts: {
      nl: [
        'Verwarmt u met stookolie en hebt u een laag inkomen? Vraag of u een deel van de kosten terugkrijgt.',
        'Bel of kom langs binnen 60 dagen na de levering.',
      ],
    },
  },
  {
    by: 'community',
    name: 'Rechtenpunt',
    tags: ['rechten', 'verhoogde tegemoetkoming', 'aanvragen', 'formulieren'],
    groups: ['poverty', 'migrationBackground', 'olderPerson'],
    where: ['Molenwijk', 'Stationsbuurt'],
    languages: ['nl', 'fr', 'tr', 'ar'],
    ways: ['wheelchair', 'publicTransport'],
    phone: '09 000 06 10',
    street: 'Molenstraat 44',
    hours: 'di en do 13–17 u.',
    verifiedDaysAgo: 60,
    texts: {
      nl: [
        'Veel mensen krijgen niet waar ze recht op hebben. We kijken samen welke rechten er voor u kunnen zijn.',
        'Kom langs op dinsdag of donderdag. Breng iemand mee als u dat wilt.',
      ],
      ar: [
        'كثير من الناس لا يحصلون على حقوقهم. ننظر معك في الحقوق التي قد تكون لك.',
        'تعال يوم الثلاثاء أو الخميس. يمكنك إحضار شخص معك.',
      ],
    },
  },
  {
    by: 'fund',
    name: 'Hulp bij tegemoetkomingen en premies',
    tags: ['verhoogde tegemoetkoming', 'zorgbudget', 'handicap', 'premie', 'FOD'],
    groups: ['disability', 'olderPerson', 'poverty'],
    where: 'beyond',
    ways: ['wheelchair', 'phone', 'homeVisit', 'online'],
    phone: '09 000 02 10',
    hours: 'ma–vr 9–12 u.',
    waiting: [3, 20],
    verifiedDaysAgo: 20,
    texts: {
      nl: [
        'Bent u ziek, hebt u een handicap of wordt u ouder? We zoeken uit welke steun u kunt vragen en vullen de papieren mee in.',
        'Bel voor een afspraak, thuis of op kantoor.',
        'Voor leden; anderen helpen we verder naar hun eigen ziekenfonds.',
      ],
    },
  },
  {
    by: 'house',
    name: 'Huurdersadvies',
    tags: ['huur', 'huisbaas', 'waarborg', 'vochtplekken', 'opzeg'],
    groups: ['poverty', 'migrationBackground'],
    where: 'beyond',
    languages: ['nl', 'en'],
    fees: '€ 18 per jaar; gratis met een verwijzing van het OCMW',
    ways: ['phone', 'online', 'publicTransport'],
    phone: '09 000 09 10',
    street: 'Stationsplein 8',
    hours: 'wo 17–19 u.',
    verifiedDaysAgo: 430,
    texts: {
      nl: [
        'Vocht in huis, een te hoge kost of een opzegbrief? Wij leggen uit wat uw rechten zijn.',
        'Bel of mail. Breng uw huurcontract mee.',
      ],
      en: [
        'Damp walls, high costs or a notice to leave? We explain your rights as a tenant.',
        'Call or e-mail. Bring your rental contract.',
      ],
    },
  },
  {
    by: 'food',
    name: 'Sociale kruidenier De Kruimel',
    tags: ['eten', 'voedselpakket', 'voedselbank', 'winkel'],
    groups: ['poverty', 'singleParent'],
    fees: 'u betaalt een klein deel van de winkelprijs',
    ways: ['wheelchair', 'publicTransport'],
    phone: '09 000 08 10',
    street: 'Kerkstraat 21',
    hours: 'vr 13–17 u.',
    waiting: [2, 14],
    verifiedDaysAgo: 14,
    texts: {
      nl: [
        'Winkel met eten en spullen voor het huishouden, goedkoop. Een pakket krijgen kan ook.',
        'Vraag een kaart bij het Sociaal Huis. Daarna kunt u elke vrijdag komen.',
      ],
    },
  },
  {
    by: 'learn',
    name: 'Nederlands leren voor volwassenen',
    tags: ['taalles', 'lezen', 'schrijven', 'NT2', 'inburgering'],
    groups: ['newcomer', 'migrationBackground', 'jobseeker'],
    where: 'beyond',
    languages: ['nl', 'fr', 'en', 'ar'],
    ways: ['wheelchair', 'publicTransport'],
    phone: '09 000 12 10',
    street: 'Schoolstraat 5',
    waiting: [12, 50],
    verifiedDaysAgo: 50,
    texts: {
      nl: [
        'Leer Nederlands in een kleine groep, ook als u nooit naar school ging.',
        'Bel ons. We kijken samen welke groep bij u past.',
      ],
      fr: [
        'Apprenez le néerlandais en petit groupe, même si vous n’êtes jamais allé à l’école.',
        'Appelez-nous. Nous cherchons ensemble le bon groupe.',
      ],
      ar: [
        'تعلّم الهولندية في مجموعة صغيرة، حتى لو لم تذهب إلى المدرسة من قبل.',
        'اتصل بنا ونختار معًا المجموعة المناسبة لك.',
      ],
    },
  },
]
