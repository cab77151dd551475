const NAMES = `
  abstractapi abuseipdb abyssale accuweather adzuna aeroworkflow ai21labs airtable airvisual aiven alchemyapi
  alconost alegra aletheiaapi algolia alicloud alienvault aliyun allsports amadeus ambee anypoint apacta
  api2cart apiflash apifonica apilayer apimatic apimetrics apitemplate apolloapi appcues appfollow appointedd
  appsynergy apptivo artifactory asana assemblyai atera audd autoklose avaza aviationstack axonaut aylien
  ayrshare azureopenai baremetrics baseten beebole besnappy betterstack betteruptime billomat bintray bitbar
  bitbucket bitcoinaverage bitfinex bitly bitmex bitrise bittrex blazemeter blitapp blocknative bombbomb
  boostnote borgbase botfather braintree braintrust brandfetch browserstack browshot bscscan buddyns budibase
  bugherd bugsnag buildkite bulbul bulksms bunnynet buttercms caflou calendarific calendly calorieninja
  campayn cannyio capsulecrm captaindata carboninterface cashboard caspio censys centralstationcrm cexio
  cfapi chartmogul chatfule checio checklyhq checkvist circleci clarifai clayapi clearbit clearout clickhelp
  clicksendsms cliengo clientary climacell clinchpad clockify cloudconvert cloudelements cloudflare
  cloudimage cloudinary cloudmersive cloudplan cloudsight cloudsmith cloverly cloze clustdoc codacy codeberg
  codeclimate codecov codemagic codequiry coinapi coinbase coinlayer coinlib collect2 commercejs companyhub
  confluent contentful contentstack conversiontools convertkit countrylayer coveralls craftmypdf crowdin
  cryptocompare currencycloud currencyfreaks currencylayer currencyscoop currentsapi customerguru customerio
  cypress d7network dailyco dareboost databox datadog deepai deepgram deepl deepseek demio detectify
  detectlanguage deviantart diggernaut digitalocean disqus dnscheck docparser documo dotdigital dovico
  dreamstudio dronahq droneci duply dwolla dynalist dyspatch eagleeyenetworks easyinsight edamam edenai
  eightxeight elasticemail elevenlabs enablex equinix eraserio etherscan ethplorer etsyapi eventbrite
  everhour exaai exchangerateapi exchangeratesapi exoscale exportsdk extractorapi faceplusplus falai
  fastforex feedier feishu fetchrss fibery finage financialmodelingprep findl finicity finnhub fixerio
  flagsmith flatio flickr flightapi flightlabs flightstats flowflu forestadmin forgejo formbucket formcraft
  formio formsite foursquare freshbooks freshdesk fullcontact fullstory fxmarket geckoboard gemstash gengo
  geoapify geocodify geocodio geoip getemail getgeoapi getgist getresponse getsandbox gitea gitguardian
  gitter glassnode gocanvas gocardless godaddy goodday graphcms graphhopper greptile groovehq gtmetrix
  gumroad gyazo happyscribe hasura hcaptcha hellosign helpcrunch helpscout hereapp hetzner hexpm hiveage
  holidayapi honeycomb html2pdf hubspot hunterio hybiscus hygraph hypertrack iconfinder iexcloud imagekit
  imagga infomaniak infura inngest insightappsec insightidr insightly insightops instabot instamojo intercom
  interseller intrinio invoiceocean ip2location ipgeolocation ipinfo ipquality ipstack iterable jfrog jotform
  jumpcloud jupiterone kanbantool karmacrm keenio keycloak kickbox klingai klipfolio knapsackpro kontent
  kraken kucoin kylas lacework languagelayer larksuite launchdarkly leadfeeder lemlist lemonsqueezy lendflow
  lessannoyingcrm lexigram lighton linkpreview linode liveagent livekit livestorm loadmill lobapi lobpub
  localstack loggly loginradius logtail logzio lokalise loyverse lunchmoney lunoapi madkudu magicbell
  mailboxlayer mailerlite mailgun mailjet mailmodo mailsac mandrill mapbox mappedin mapquest marketstack
  mastra mattermost mavenlink maxmind meaningcloud mediastack meistertask meraki mesibo messagebird metaapi
  metabase metrilo mindmeister minimax mixmax mixpanel mockaroo monkeylearn moonclerk moosend moralis
  mrticktock mulesoft myfreshworks myintervals nasaapi nasdaqdatalink nethunt netlify netsuite newrelic
  newsapi newscatcher newyorktimes nexmo nftport ngrok nozbeteams numverify nutritionix nxcloud nylas nytimes
  oanda omnisend onedesk onelogin onepagecrm onesignal onfleet oopspam opencage openuv openweather opsgenie
  optimizely overloop ovhapi ovhcloud owlbot packagecloud pagerduty pandadoc pandascore paperform
  paralleldots parsehub parsers parseur partnerstack paydirtapp paymoapp paymongo pdflayer pdfshift pendo
  peopledatalabs pepipost picatic pinata pinecone pingdom pingidentity pipedream pipedrive pirsch
  pivotaltracker pixabay plaid planview planyo plivo podio pollsapi poloniex polymarket positionstack
  postageapp postbacks postmark powrbot privateai prodpad prospectcrm protocolsio proxycrawl purestake pyowm
  qase qcloud qualaroo qubole rapid7 rapidapi reachmail reallysimplesystems rebrandly recaptcha redhatpyxis
  redirectpizza rentman repairshopr replyio requestfinance restpack revampcrm ringcentral ritekit
  robinhoodcrypto rocketreach rollbar route4me rownd runrunit salesblink salescookie salesflare salesloft
  salesmate satismeter saucelabs scaleway scalr scrapeowl scraperapi scraperbox scrapestack scrapfly
  scrapingant scrapingbee screenshotapi screenshotlayer scrutinizerci selectpdf sendbird serpapi serphouse
  serpstack sheety sherpadesk shipday shotstack shutterstock signable signifyd signupgenius sigopt simfin
  simplesat simplynoted simvoly sinch siteleaf skrappio skybiometry smartsheet smartystreets snipcart
  solarwindsobservability sparkpost speechtextai sportsmonk sqreen squarespace sslmate statsig statuscake
  statuspal stitchdata stockdata storecove stormboard stormglass storyblok storychief strava stripo sugester
  sumologic supernotesapi surveyanyplace surveybot surveysparrow survicate swiftype tallyfy tatumio tavus
  taxjar teamgate technicalanalysisapi tefter telnyx tencent testingbot textmagic theoddsapi thinkific
  thousandeyes thycotic ticketmaster tiingo timecamp timezoneapi tmetric todoist togetherai tokeet tomorrowio
  tomtom tradier transferwise travelpayouts trello tweepy twelvedata tyntec typetalk uberapi uclassify
  unifyid unkey unplugg unsplash upcdatabase uplead uploadcare upstash uptimerobot upwave urlscan userflow
  userstack vagrantcloud vastai vatlayer vbout verimail veriphone versioneye viewneo virustotal
  visualcrossing voicegain vonage voodoosms vouchery vpnapi vultr wakatime walkscore wandb weatherapi
  weatherbit weatherstack web3storage webflow webscraper webscraping websitepulse whoxy wistia witai
  worksnaps workstack worldcoinindex worldweather wpengine wrike wundergraph yandex youneedabudget yousign
  zdocket zendesk zenkit zenrows zenscrape zenserp zeplin zerobounce zerotier zipapi zipbooks zipcodeapi
  zipcodebase zonkafeedback zulip
`;

/**
 * Names, or how they start, of services whose credentials have no format of their own. A random value that is given to
 * such a name is most likely one, whatever else the name says.
 */
export const serviceNames: readonly string[] = NAMES.trim().split(/\s+/);

const LEAST = Math.min(...serviceNames.map((name) => name.length));
const MOST = Math.max(...serviceNames.map((name) => name.length));
const names = new Set(serviceNames);
const starts = new Set(serviceNames.map((name) => name.slice(0, LEAST)));

/** How long the name of a service at this place is; 0 if there is none. */
export function serviceLength(text: string, at: number): number {
  if (!starts.has(text.slice(at, at + LEAST).toLowerCase())) return 0;
  const name = text.slice(at, at + MOST).toLowerCase();
  for (let length = name.length; length >= LEAST; length--)
    if (names.has(name.slice(0, length))) return length;
  return 0;
}
