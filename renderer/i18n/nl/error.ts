// When something goes wrong: what happened, what is safe, what you can do. One set of sentences per error code.

export const error = {
  whatHappened: 'Wat er gebeurde',
  whatIsSafe: 'Wat veilig is',
  whatYouCanDo: 'Wat je kunt doen',
  details: 'Details kopiëren',
  savedUntil: 'Alles tot <b>{{time}}</b> staat in je project.',
  codes: {
    'invalid-input': {
      title: 'Dit kan zo niet',
      what: 'Iets wat je invulde past hier niet.',
      safe: 'Er is niets gewijzigd.',
      todo: 'Kijk na wat je invulde en probeer het opnieuw.',
    },
    'not-found': {
      title: 'Dit is er niet meer',
      what: 'Wat je wilde openen of wijzigen staat niet (meer) in het project.',
      safe: 'De rest van je project is zoals het was.',
      todo: 'Het scherm is bijgewerkt. Kijk of het een andere naam heeft, of maak het weghalen ongedaan.',
    },
    conflict: {
      title: 'Dit past niet meer bij wat er nu staat',
      what: 'Het is veranderd nadat je het las, of de naam is al in gebruik.',
      safe: 'Deze wijziging is niet gedaan. Al het andere staat er nog.',
      todo: 'Het scherm toont nu hoe het is. Probeer het opnieuw, of kies een andere naam.',
    },
    refused: {
      title: 'Dit doet Rode Draad niet',
      what: 'Het zou je project beschadigen, of het bestand is niet te vertrouwen.',
      safe: 'Er is niets gewijzigd.',
      todo: 'Lees bij de details waarom het niet mag, en kies iets anders.',
    },
    'in-use': {
      title: 'Dit project is al ergens open',
      what: 'Een ander venster of programma werkt nu in dit project.',
      safe: 'Het project is niet aangeraakt.',
      todo: 'Sluit het daar en probeer het opnieuw, of werk verder in het andere venster.',
    },
    'not-a-project': {
      title: 'Dit bestand is niet te openen',
      what: 'Het is geen project van Rode Draad, het is beschadigd, of het is met een nieuwere versie gemaakt.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Kies een ander bestand, open een reservekopie, of gebruik een nieuwere versie van Rode Draad.',
    },
    cancelled: {
      title: 'Gestopt',
      what: 'Je hebt het gestopt voor het klaar was.',
      safe: 'Alles is zoals het was.',
      todo: 'Begin opnieuw wanneer je wilt.',
    },
    'no-space': {
      title: 'Opslaan lukt niet: de schijf is vol',
      what: 'Er is geen ruimte meer. Je laatste wijziging paste er niet bij.',
      safe: 'Wat eerder is opgeslagen, staat in je project. Alleen deze laatste wijziging niet.',
      todo: 'Maak ruimte op de schijf en probeer het opnieuw.',
    },
    'not-writable': {
      title: 'Op deze plek mag niet worden geschreven',
      what: 'Rode Draad mag dit bestand of deze map niet schrijven, of niet lezen.',
      safe: 'Er is niets gewijzigd. Wat er stond, staat er nog.',
      todo: 'Kies een map van jezelf, of zet het project daar neer en open het opnieuw.',
    },
    otherProject: {
      title: 'Er is nu een ander project open',
      what: 'In een ander venster is een ander project geopend, of is dit gesloten. Je laatste stap hoorde bij het vorige project.',
      safe: 'In het project dat nu open is, is niets gewijzigd. In het vorige staat alles, behalve deze laatste stap.',
      todo: 'Open het vorige project weer en doe de stap opnieuw.',
    },
    lost: {
      title: 'Rode Draad is gestopt',
      what: 'Het deel van Rode Draad dat je project bewaart, werkt niet meer.',
      safe: 'Wat eerder is opgeslagen, staat in je project. Je laatste stap misschien niet.',
      todo: 'Start Rode Draad opnieuw. Werk je in een browser, open dan het nieuwe adres dat het geeft.',
    },
    internal: {
      title: 'Er zit een fout in Rode Draad',
      what: 'Iets ging mis wat niet aan jou ligt.',
      safe: 'Wat eerder is opgeslagen, staat in je project.',
      todo: 'Probeer het opnieuw. Gaat het weer mis, sluit dan het project en open het nog eens.',
    },
  },
} as const;
