//! The professionals that a household goes to. All names are invented.

use super::prng::Prng;

/// One of each, so that a household keeps its doctor.
#[derive(Clone)]
pub(super) struct Neighbourhood {
    pub(super) doctor: String,
    pub(super) paediatrician: String,
    pub(super) specialists: [(&'static str, String); 3],
    pub(super) dentist: String,
    pub(super) midwife: String,
    pub(super) nurse: String,
    pub(super) physiotherapist: String,
    pub(super) speech_therapist: String,
    pub(super) pharmacy: String,
    pub(super) laboratory: String,
    pub(super) radiology: String,
    pub(super) optician: String,
    pub(super) hearing: String,
    pub(super) hospital: String,
    pub(super) ambulance: String,
}

const NAMES: &[&str] = &[
    "Aubry",
    "Bastide",
    "Castan",
    "Delmas",
    "Espinasse",
    "Fournel",
    "Gauthey",
    "Hennequin",
    "Imbert",
    "Jourdain",
    "Kervella",
    "Larrieu",
    "Maurin",
    "Naudet",
    "Ollivon",
    "Pradel",
    "Quentric",
    "Rivoire",
    "Sauvaget",
    "Tissier",
    "Urbain",
    "Vasseur",
    "Wendling",
    "Yvon",
    "Zanetti",
    "Belmonte",
    "Charvet",
    "Duvernoy",
    "Estève",
    "Fabiani",
];
const PLACES: &[&str] = &[
    "des Tilleuls",
    "du Marché",
    "de la Fontaine",
    "des Acacias",
    "du Pont-Vieux",
    "de la Halle",
    "des Glycines",
    "du Canal",
    "de l’Horloge",
    "des Marronniers",
    "du Lavoir",
    "de la Rotonde",
    "du Belvédère",
    "des Remparts",
];
const SAINTS: &[&str] = &["Saint-Roch", "Sainte-Claire", "Saint-Aubin", "Saint-Cyr", "Sainte-Anne", "Saint-Éloi"];
const SPECIALITIES: &[&str] = &["cardiologue", "dermatologue", "ophtalmologue", "gynécologue", "rhumatologue", "ORL"];

impl Neighbourhood {
    /// Another one for each household.
    pub(super) fn new(prng: &mut Prng) -> Self {
        let mut names = Draw::from(NAMES, prng);
        let mut places = Draw::from(PLACES, prng);
        let mut saints = Draw::from(SAINTS, prng);
        let mut specialities = Draw::from(SPECIALITIES, prng);
        let mut specialist = || (specialities.next(), format!("Dr {}", names.next()));
        Self {
            specialists: [specialist(), specialist(), specialist()],
            doctor: format!("Dr {}", names.next()),
            paediatrician: format!("Dr {}", names.next()),
            dentist: format!("Dr {}", names.next()),
            midwife: format!("Mme {}", names.next()),
            nurse: format!("Cabinet infirmier {}", names.next()),
            physiotherapist: format!("M. {}", names.next()),
            speech_therapist: format!("Mme {}", names.next()),
            pharmacy: format!("Pharmacie {}", places.next()),
            laboratory: format!("Laboratoire {}", saints.next()),
            radiology: format!("Centre d’imagerie {}", places.next()),
            optician: format!("Optique {}", places.next()),
            hearing: format!("Audition {}", places.next()),
            hospital: format!("Clinique {}", saints.next()),
            ambulance: format!("Ambulances {}", names.next()),
        }
    }
}

/// Names in an order of their own, none twice until all were there.
struct Draw {
    names: Vec<&'static str>,
    at: usize,
}

impl Draw {
    fn from(names: &[&'static str], prng: &mut Prng) -> Self {
        let mut keyed: Vec<_> = names.iter().map(|name| (prng.next(), *name)).collect();
        keyed.sort_unstable();
        Self { names: keyed.into_iter().map(|(_, name)| name).collect(), at: 0 }
    }

    fn next(&mut self) -> &'static str {
        let name = self.names.get(self.at % self.names.len().max(1)).copied().unwrap_or_default();
        self.at += 1;
        name
    }
}
