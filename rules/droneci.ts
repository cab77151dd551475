import { defineRules } from './define.js';

export const rules = defineRules('droneci', [
  {
    id: 'droneci-token',
    title: 'Drone CI token',
    impact: 'Starts builds and reads their secrets.',
    reference: 'https://docs.drone.io/cli/configure/',
    remediation: 'Reset the token in Drone under Account settings.',
    keywords: ['drone_', 'droneci', 'drone-ci', 'drone_token', 'drone ci'],
    value:
      /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}|(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}|eyJ[A-Za-z0-9_-]{10,100}\.eyJ[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{43}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['DRONE_CI_TOKEN={loweralnum:32}', 'droneci_token: "{alnum:32}"'],
      noMatch: ['DRONE_TOKEN={alnum:10}'],
    },
  },
]);
