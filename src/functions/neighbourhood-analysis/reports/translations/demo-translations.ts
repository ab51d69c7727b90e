/** What the demo's translators wrote, by the text they translated; Arabic is not finished. */
export const demoTranslations: Readonly<Record<'fr' | 'ar', Readonly<Record<string, string>>>> = {
  fr: {
    'Zo leeft Molenwijk': 'La vie à Molenwijk',
    'In Molenwijk kennen veel mensen elkaar. Zij helpen elkaar met kleine dingen. Het park en de bakker zijn fijne plekken.\n\nVoor wie slecht stapt, is de winkel ver. Op zondag rijdt er geen bus. Wie alleen woont, ziet soms lang niemand.\n\nWe zorgen eerst voor licht op het pad naar de school. En we maken een plek waar je binnen kan zitten zonder iets te kopen.':
      'À Molenwijk, beaucoup de gens se connaissent. Ils s’entraident. Le parc et la boulangerie sont des lieux agréables.\n\nPour qui marche mal, le magasin est loin. Le dimanche, il n’y a pas de bus. Qui vit seul ne voit parfois personne pendant longtemps.\n\nNous voulons d’abord de la lumière sur le chemin de l’école, et un lieu où s’asseoir sans rien acheter.',
    'We keken naar de cijfers en gingen praten: aan de deur, aan de schoolpoort en bij de bakker. Daarna gaven we alles terug op een avond in het buurthuis.':
      'Nous avons regardé les chiffres et parlé avec les gens : à leur porte, à l’école et à la boulangerie. Puis nous avons tout raconté un soir à la maison de quartier.',
    'De buurt doet veel zelf. Een bus op zondag en een winkel dichtbij kan zij niet zelf maken. Dat vragen we aan de gemeente en aan De Lijn.':
      'Le quartier fait déjà beaucoup. Un bus le dimanche et un magasin proche, il ne peut pas les créer seul. Nous le demandons à la commune et à De Lijn.',
    'In het park spelen elke namiddag mensen petanque. Wie nieuw is, mag gewoon mee.':
      'Chaque après-midi, des gens jouent à la pétanque dans le parc. Les nouveaux peuvent jouer aussi.',
    'Ja. En in de winter mogen we binnen in de kantine.': 'Oui. Et en hiver, nous pouvons aller à la cantine.',
    'Drie straten organiseren samen een buurtfeest, met een eigen kas.':
      'Trois rues organisent ensemble une fête, avec leur propre caisse.',
    'Klopt, en volgend jaar doet de Heide mee.': 'C’est vrai, et l’an prochain la Heide participe.',
    'De apotheken leggen een kaartje op de toonbank en vragen hoe het thuis gaat.':
      'Les pharmacies posent une carte sur le comptoir et demandent comment ça va à la maison.',
    'Het fietsatelier leert mensen herstellen en geeft hun een plek in de week.':
      'L’atelier vélo apprend à réparer et donne aux gens une place dans la semaine.',
    'Ouders die alleen voor kinderen zorgen, kennen de toelagen van de school niet.':
      'Les parents seuls avec des enfants ne connaissent pas les aides de l’école.',
    'Er is geen kinderopvang voor zeven uur of na zes uur.':
      'Il n’y a pas de garde d’enfants avant sept heures ou après dix-huit heures.',
    'Ja. In ploegen werken kan zo niet.': 'Oui. Travailler en équipes n’est pas possible ainsi.',
    'Licht op het pad naar de school': 'De la lumière sur le chemin de l’école',
    'Kinderen en ouderen durven er in de winter niet te stappen.': 'En hiver, enfants et aînés n’osent pas y marcher.',
    'De lampen branden sinds de zomer.': 'Les lampes sont allumées depuis l’été.',
    'Een plek om te zitten': 'Un lieu où s’asseoir',
    'Wie weinig geld heeft, kan nu nergens binnen zitten zonder iets te kopen.':
      'Qui a peu d’argent ne peut s’asseoir nulle part sans acheter quelque chose.',
    'Een paar mensen wilden eerst een bank in het park.': 'Quelques personnes voulaient d’abord un banc dans le parc.',
    'De bakker en het park brengen mensen samen.': 'La boulangerie et le parc rapprochent les gens.',
    'De bus rijdt wel op zaterdag, maar niet op zondag.': 'Le bus roule le samedi, mais pas le dimanche.',
    'Er is te weinig licht op het pad naar de school.': 'Il y a trop peu de lumière sur le chemin de l’école.',
  },
  ar: {
    'Zo leeft Molenwijk': 'الحياة في مولنفيك',
    'In Molenwijk kennen veel mensen elkaar. Zij helpen elkaar met kleine dingen. Het park en de bakker zijn fijne plekken.\n\nVoor wie slecht stapt, is de winkel ver. Op zondag rijdt er geen bus. Wie alleen woont, ziet soms lang niemand.\n\nWe zorgen eerst voor licht op het pad naar de school. En we maken een plek waar je binnen kan zitten zonder iets te kopen.':
      'في مولنفيك يعرف كثير من الناس بعضهم بعضاً ويساعدون بعضهم. الحديقة والمخبز مكانان جميلان.\n\nمن يصعب عليه المشي يجد المتجر بعيداً. لا توجد حافلة يوم الأحد. ومن يعيش وحده لا يرى أحداً أحياناً لوقت طويل.\n\nنريد أولاً إضاءة على الطريق إلى المدرسة، ومكاناً يجلس فيه الناس دون أن يشتروا شيئاً.',
    'In het park spelen elke namiddag mensen petanque. Wie nieuw is, mag gewoon mee.':
      'يلعب الناس كل يوم بعد الظهر بالكرات الحديدية في الحديقة. ومن كان جديداً يمكنه أن يلعب معهم.',
    'Ja. En in de winter mogen we binnen in de kantine.': 'نعم. وفي الشتاء يمكننا الدخول إلى المقصف.',
    'Drie straten organiseren samen een buurtfeest, met een eigen kas.':
      'ثلاثة شوارع تنظم معاً حفلة للحي، ولها صندوقها الخاص.',
    'Klopt, en volgend jaar doet de Heide mee.': 'صحيح، وفي العام القادم يشارك حي هايده.',
    'De apotheken leggen een kaartje op de toonbank en vragen hoe het thuis gaat.':
      'تضع الصيدليات بطاقة على الطاولة وتسأل كيف الحال في البيت.',
    'Het fietsatelier leert mensen herstellen en geeft hun een plek in de week.':
      'ورشة الدراجات تعلّم الناس الإصلاح وتعطيهم مكاناً في الأسبوع.',
    'Ouders die alleen voor kinderen zorgen, kennen de toelagen van de school niet.':
      'الآباء والأمهات الذين يربون أطفالهم وحدهم لا يعرفون مساعدات المدرسة.',
    'Er is geen kinderopvang voor zeven uur of na zes uur.':
      'لا توجد رعاية للأطفال قبل السابعة صباحاً أو بعد السادسة مساءً.',
    'Ja. In ploegen werken kan zo niet.': 'نعم. لا يمكن العمل بنظام الورديات هكذا.',
    'Licht op het pad naar de school': 'إضاءة على الطريق إلى المدرسة',
    'Kinderen en ouderen durven er in de winter niet te stappen.': 'في الشتاء يخاف الأطفال وكبار السن من المشي هناك.',
    'De lampen branden sinds de zomer.': 'المصابيح مضاءة منذ الصيف.',
    'Een plek om te zitten': 'مكان للجلوس',
    'Wie weinig geld heeft, kan nu nergens binnen zitten zonder iets te kopen.':
      'من معه مال قليل لا يجد مكاناً يجلس فيه دون أن يشتري شيئاً.',
    'Een paar mensen wilden eerst een bank in het park.': 'أراد بعض الناس أولاً مقعداً في الحديقة.',
  },
}
