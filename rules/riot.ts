import { defineRules } from './define.js';

export const rules = defineRules('riot', [
  {
    id: 'riot-api-key',
    title: 'Riot Games API key',
    impact: "Uses the key's rate limits.",
    reference: 'https://developer.riotgames.com/docs/portal',
    remediation: 'Regenerate it at https://developer.riotgames.com.',
    severity: 'low',
    keywords: ['rgapi-'],
    pattern:
      /\b(?<secret>RGAPI-[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12})\b/,
    examples: { match: ['RIOT_API_KEY=RGAPI-{uuid}'] },
  },
]);
