// What was done, as a phrase that fits after "Ongedaan maken:" and stands alone in the toast and the history.

export const operation = {
  unknown: 'wijziging {{subject}}',
  project: { rename: 'project hernoemd: {{subject}}' },
  interviewSet: { rename: 'set hernoemd: {{subject}}', delete: 'set {{subject}} weggehaald' },
  interview: {
    import: 'geïmporteerd: {{subject}}',
    update: 'gegevens van {{subject}} gewijzigd',
    delete: 'interview {{subject}} verwijderd',
    correct: 'tekst van {{subject}} verbeterd',
  },
  participant: { import: 'respondenten geïmporteerd: {{subject}}', update: 'respondent {{subject}} gewijzigd' },
  code: {
    create: 'code ‘{{subject}}’ gemaakt',
    update: 'code ‘{{subject}}’ gewijzigd',
    move: 'code ‘{{subject}}’ verplaatst',
    merge: 'code samengevoegd: {{subject}}',
    delete: 'code ‘{{subject}}’ verwijderd',
    pin: 'code onder een cijfer: ‘{{subject}}’',
  },
  codebook: { import: 'codeboek geïmporteerd: {{subject}}' },
  coding: {
    apply: 'gecodeerd met {{subject}}',
    applyNew: 'nieuwe code, gecodeerd met {{subject}}',
    applyMany: 'veel in één keer gecodeerd met {{subject}}',
    split: 'codering in tweeën gesplitst: {{subject}}',
    recodeNew: 'coderingen kregen een nieuwe code: {{subject}}',
    remove: 'codering weggehaald: {{subject}}',
    resize: 'codering {{subject}} kreeg andere grenzen',
    recode: 'codering kreeg een andere code: {{subject}}',
    setKey: 'sleutelcitaat gewijzigd: {{subject}}',
  },
  codings: { import: 'coderingen geïmporteerd: {{subject}}' },
  memo: { set: 'memo gewijzigd: {{subject}}' },
  journal: { set: 'logboek van {{subject}} gewijzigd' },
  coder: { rename: 'codeur hernoemd: {{subject}}' },
} as const;
