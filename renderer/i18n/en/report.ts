// The report screen: what goes into it, the preview, and ways to take it along.

import type { Same } from '../keys.ts';
import type { report as nl } from '../nl/report.ts';

export const report: Same<typeof nl> = {
  title: 'Theme report',
  sections: 'Go to',
  sentence: 'In {language}, by {by}, of {coder}, with {quotes}.',
  word: { language: 'Language', by: 'Compared by', coder: 'Coders', quotes: 'Quotes per theme' },
  language: { nl: 'Dutch', en: 'English' },
  quotes_one: '{{n}} quote per theme',
  quotes_other: '{{n}} quotes per theme',
  quotesMost_one: 'at most {{n}} quote per theme',
  quotesMost_other: 'at most {{n}} quotes per theme',
  noQuotes: 'no quotes',
  heading: 'Title',
  headingHint: 'Empty: the name of the project.',
  keyFirst: 'Key quotes come first; then one from each interview in turn.',
  privacy: 'Privacy',
  smallGroups: 'Hide groups smaller than 3',
  smallGroupsHint:
    'An attribute that fewer than three interviews share can make a person recognisable. Read the quotes yourself for names and places.',
  preview: 'Preview of the report',
  save: 'Save report',
  print: 'Print',
  csv: 'CSV',
  csvFiles: 'Save the numbers as CSV',
  csvFrequency: 'Frequency',
  csvCooccurrence: 'Co-occurrence',
  csvQuotes: 'Quotes',
  file: 'theme-report',
  sum: '{{themes}} · {{quotes}}',
  quoteCount_one: '{{n}} quote',
  quoteCount_other: '{{n}} quotes',
  making: 'The report is being made',
};
