import { defineRules } from './define.js';

export const rules = defineRules('aws', [
  {
    id: 'aws-access-key',
    title: 'AWS secret access key with its id',
    impact: 'Acts on the AWS account with every right its user has.',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    remediation:
      "Deactivate the key in IAM under the user's security credentials, then look in CloudTrail for its use.",
    severity: 'critical',
    keywords: ['akia', 'asia', 'abia', 'acca'],
    pattern:
      /(?<![A-Za-z0-9+/])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9+/])[\s\S]{1,200}?(?<![A-Za-z0-9+/.])(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/,
    minEntropy: 4.1,
    companions: [
      {
        name: 'access key id',
        pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/,
        within: 240,
      },
    ],
    exclude: /^[0-9a-f]{40}$|^[A-Z0-9]{40}$/,
    examples: {
      match: [
        'aws_access_key_id = {awskey:AKIA}\naws_secret_access_key = {base64:40}',
        '{"AccessKeyId": "{awskey:ASIA}", "SecretAccessKey": "{base64:40}"}',
      ],
      noMatch: ['aws_access_key_id = {awskey:AKIA}\ncommit = {hex:40}'],
    },
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    impact: 'Acts on the AWS account with every right its user has, once the key id is known.',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    remediation:
      "Deactivate the key in IAM under the user's security credentials, then look in CloudTrail for its use.",
    severity: 'critical',
    keywords: [
      'secret_access_key',
      'secretaccesskey',
      'secret-access-key',
      'secret access key',
      'aws_secret',
      'awssecret',
      'aws-secret',
      'aws.secret',
      's3_secret',
      's3secret',
      'aws_key',
      'secret_key',
      'secretkey',
    ],
    pattern:
      /(?:(?:[Aa][Ww][Ss]|[Aa]mazon|AMAZON|[Ss]3)[\w .-]{0,32}(?:[Ss]ecret|SECRET|[Kk]ey|KEY)|(?:[Ss]ecret|SECRET)[_ -]?(?:[Aa]ccess|ACCESS)[_ -]?(?:[Kk]ey|KEY))[\w .-]{0,16}(?:["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}|\s{1,4})(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/,
    minEntropy: 4.1,
    exclude: /^[0-9a-f]{40}$|^[A-Z0-9]{40}$/,
    examples: {
      match: [
        'export AWS_SECRET_ACCESS_KEY={base64:40}',
        'secretAccessKey: "{base64:40}"',
        "aws_s3.secret_key => '{base64:40}'",
      ],
      noMatch: ['AWS_SECRET_ACCESS_KEY={base64:30}', 'aws_secret_hash = {hex:40}'],
    },
  },
  {
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    impact: 'Names the key and the account; with its secret key it acts on the account.',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    remediation:
      "Deactivate the key in IAM under the user's security credentials, then look in CloudTrail for its use.",
    severity: 'medium',
    keywords: ['akia', 'asia', 'abia', 'acca'],
    pattern: /(?<![A-Za-z0-9+])(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9+])/,
    minEntropy: 3,
    check: 'aws-access-key-id',
    examples: {
      match: ['AWS_ACCESS_KEY_ID={awskey:AKIA}', 'key: "{awskey:ASIA}"'],
      noMatch: ['AKIAIOSFODNN7EXAMPLE', 'AKIA{upperalnum:12}'],
    },
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    impact: 'With its temporary key it acts on the account until it runs out.',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
    remediation: "Revoke the role's active sessions in IAM; the token runs out by itself within 36 hours.",
    keywords: [
      'iqojb3jpz2lu',
      'fwogzxivyxdz',
      'fqogzxivyxdz',
      'session_token',
      'sessiontoken',
      'session-token',
      'security_token',
      'security-token',
      'securitytoken',
    ],
    pattern: /(?:(?<![A-Za-z0-9+/])(?<secret>(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/%]{80,3000}={0,2}))/,
    minEntropy: 4,
    examples: {
      match: [
        'AWS_SESSION_TOKEN=IQoJb3JpZ2luX2Vj{base64:400}',
        'aws_session_token = FwoGZXIvYXdz{base64:300}==',
      ],
      noMatch: ['AWS_SESSION_TOKEN=IQoJb3JpZ2luX2Vj{base64:40}'],
    },
  },
  {
    id: 'aws-bedrock-api-key',
    title: 'Amazon Bedrock API key',
    impact: 'Runs models on the account and at its cost.',
    reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    remediation:
      'Delete the key in the Bedrock console under API keys, or with iam delete-service-specific-credential.',
    keywords: ['absk', 'bedrock-api-key-'],
    pattern:
      /(?<![A-Za-z0-9+/])(?<secret>ABSK[A-Za-z0-9+/]{109,269}={0,2}|bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/]{20,4000}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    examples: {
      match: [
        'AWS_BEARER_TOKEN_BEDROCK=ABSK{base64:128}',
        'token: bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{base64:600}=',
      ],
      noMatch: ['ABSK{base64:40}'],
    },
  },
  {
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    impact: 'Calls the GraphQL API that takes this key.',
    reference: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    remediation: 'Delete the key in the AppSync console under Settings.',
    severity: 'medium',
    keywords: ['da2-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>da2-[a-z0-9]{26})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['x-api-key: da2-{loweralnum:26}', 'API_KEY=da2-{loweralnum:26}'],
      noMatch: ['da2-{loweralnum:20}'],
    },
  },
  {
    id: 'aws-mws-auth-token',
    title: 'Amazon MWS authorisation token',
    impact: "Reads and changes a seller's listings, orders and payments.",
    reference: 'https://developer-docs.amazon.com/sp-api/docs/migrating-from-amazon-mws',
    remediation: 'Revoke the developer in Seller Central under Manage your apps.',
    keywords: ['amzn.mws.'],
    pattern:
      /(?<![\w.])(?<secret>amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/,
    examples: {
      match: ['MWS_AUTH_TOKEN=amzn.mws.{uuid}', 'mwsToken: "amzn.mws.{uuid}"'],
      noMatch: ['amzn.mws.{hex:32}'],
    },
  },
  {
    id: 'aws-lwa-client-secret',
    title: 'Login with Amazon client secret',
    impact: "Lets an attacker pose as the app to Amazon's customers and sellers.",
    reference:
      'https://developer-docs.amazon.com/sp-api/docs/viewing-your-application-information-and-credentials',
    remediation: 'Rotate the secret in the Developer Console under LWA credentials.',
    keywords: ['amzn1.oa2-cs.', 'atzr|'],
    pattern: /(?<![\w.])(?<secret>amzn1\.oa2-cs\.v1\.[0-9a-f]{64}|Atzr\|[A-Za-z0-9_-]{100,700})(?![\w-])/,
    minEntropy: 3.5,
    examples: {
      match: ['LWA_CLIENT_SECRET=amzn1.oa2-cs.v1.{hex:64}', 'refresh_token: "Atzr|{base64url:300}"'],
      noMatch: ['amzn1.oa2-cs.v1.{hex:20}'],
    },
  },
  {
    id: 'aws-ses-smtp-password',
    title: 'Amazon SES SMTP password',
    impact: "Sends mail as the account's verified domains.",
    reference: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    remediation: 'Delete the IAM user that stands for the SMTP credentials.',
    keywords: ['email-smtp.', 'ses_smtp', 'ses-smtp', 'smtp_pass', 'ses_pass'],
    value: /B[A-Za-z0-9+/]{43}/,
    minEntropy: 4.3,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: [
        'host=email-smtp.eu-west-1.amazonaws.com\npassword=B{base64:43}',
        'SES_SMTP_PASSWORD=B{base64:43}',
      ],
      noMatch: ['SES_SMTP_PASSWORD=B{base64:20}'],
    },
  },
]);
