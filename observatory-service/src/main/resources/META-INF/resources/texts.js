'use strict';

const TEXTS = {
  fr: {
    other: 'English', otherLanguage: 'en', locale: 'fr-FR', skip: 'Aller au contenu',
    title: 'Observatoire régional du micro-crédit social',
    lead: "Ce que deviennent les demandes de prêts accompagnés, d'après le flux d'événements de la plateforme.",
    region: 'La région', period: 'Année',
    funnelTitle: 'De la demande au remboursement', purposeTitle: 'À quoi servent les prêts versés',
    loanTitle: 'Prêts versés : nombre, montants, durées', delayTitle: 'Délais médians, en jours',
    json: 'Les mêmes données en JSON', secret: 'secret', loading: 'Chargement…', ready: 'Données à jour.',
    failed: 'Les données ne sont pas disponibles pour le moment.', empty: "Aucune année n'est encore publiée.",
    secrecy: n => `Une année est publiée une fois, quand plus rien n'est attendu pour elle. Une case n'est publiée que si elle porte sur ${n} personnes au moins et si aucune somme ni différence n'en révèle une plus petite ; sinon elle indique « secret ».`,
    method: "Les années suivent la date d'effet de chaque étape ; un prêt compte à la date de son versement.",
    stage: 'Étape', dossiers: 'Dossiers', purpose: 'Objet', loans: 'Prêts', total: 'Montant total',
    mean: 'Montant moyen', median: 'Montant médian', months: 'Durée moyenne (mois)', step: 'Entre', days: 'Jours',
    items: {
      opened: 'Ouverts', submitted: 'Déposés', eligible: 'Éligibles', ineligible: 'Non éligibles (confirmés)',
      withdrawn: 'Retirés', 'approved-by-commission': 'Approuvés par la commission',
      'refused-by-commission': 'Refusés par la commission', transmitted: 'Transmis à la banque',
      'accepted-by-bank': 'Acceptés par la banque', 'refused-by-bank': 'Refusés par la banque', disbursed: 'Versés',
      repaid: 'Remboursés', 'household-appliance': 'Équipement ménager', 'rental-deposit': 'Dépôt de garantie',
      'driving-licence': 'Permis de conduire', vehicle: 'Véhicule', training: 'Formation', removal: 'Déménagement',
      computer: 'Ordinateur', health: 'Santé', holiday: 'Vacances', 'debt-consolidation': 'Rachat de crédits',
      other: 'Autre', 'opened-to-submitted': "l'ouverture et le dépôt",
      'submitted-to-transmitted': 'le dépôt et la transmission à la banque',
      'transmitted-to-disbursed': 'la transmission et le versement', 'opened-to-disbursed': "l'ouverture et le versement"
    }
  },
  en: {
    other: 'Français', otherLanguage: 'fr', locale: 'en-GB', skip: 'Skip to content',
    title: 'Regional observatory of social micro-credit',
    lead: 'What becomes of requests for accompanied loans, from the stream of events of the platform.',
    region: 'The region', period: 'Year',
    funnelTitle: 'From request to repayment', purposeTitle: 'What disbursed loans are for',
    loanTitle: 'Disbursed loans: number, amounts, terms', delayTitle: 'Median delays, in days',
    json: 'The same data as JSON', secret: 'secret', loading: 'Loading…', ready: 'Data up to date.',
    failed: 'The data are not available at the moment.', empty: 'No year has been published yet.',
    secrecy: n => `A year is published once, when nothing more is to be expected for it. A cell is published only with at least ${n} persons in it and where no sum or difference gives a smaller one away; otherwise it reads “secret”.`,
    method: 'Years follow the business date of each step; a loan counts on the day of its disbursement.',
    stage: 'Stage', dossiers: 'Dossiers', purpose: 'Purpose', loans: 'Loans', total: 'Total amount',
    mean: 'Mean amount', median: 'Median amount', months: 'Mean term (months)', step: 'Between', days: 'Days',
    items: {
      opened: 'Opened', submitted: 'Submitted', eligible: 'Eligible', ineligible: 'Ineligible (confirmed)',
      withdrawn: 'Withdrawn', 'approved-by-commission': 'Approved by the commission',
      'refused-by-commission': 'Refused by the commission', transmitted: 'Sent to the bank',
      'accepted-by-bank': 'Accepted by the bank', 'refused-by-bank': 'Refused by the bank', disbursed: 'Disbursed',
      repaid: 'Repaid', 'household-appliance': 'Household appliance', 'rental-deposit': 'Rental deposit',
      'driving-licence': 'Driving licence', vehicle: 'Vehicle', training: 'Training', removal: 'Removal',
      computer: 'Computer', health: 'Health', holiday: 'Holiday', 'debt-consolidation': 'Debt consolidation',
      other: 'Other', 'opened-to-submitted': 'opening and submission',
      'submitted-to-transmitted': 'submission and sending to the bank',
      'transmitted-to-disbursed': 'sending and disbursement', 'opened-to-disbursed': 'opening and disbursement'
    }
  }
};
