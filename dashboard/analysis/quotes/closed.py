"""The closed word classes of French (and a little English) that quotes are read by, in lower case."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a list written with spaces."""
    return frozenset(listed.split())


AUXILIARIES = words(
    "a ont ait aient avait avaient aura auront aurait auraient eut eurent est sont était étaient sera seront serait "
    "seraient fut furent soit ayant étant avoir être has had have"
)
CLITICS = words("ne n' se s' le la l' les lui leur y en nous vous me m' te t'")
PRONOUNS = words("il elle ils elles on celui-ci celle-ci ceux-ci celles-ci he she they it")
POINTING = frozenset(
    {("ce", "dernier"), ("cette", "dernière"), ("l'", "intéressé"), ("l'", "intéressée"), ("ces", "derniers")}
)
DETERMINERS = words(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos votre plusieurs certains certaines deux "
    "trois quatre cinq aucun chaque the an this his her their"
)
OF = words("de du des d' of")
PREPOSITIONS = words(
    "à au aux dans sur lors devant auprès en avec pour par après avant chez depuis pendant durant sous vers entre "
    "contre sans dès face malgré selon parmi via hors outre to at in during after before with for from by through"
)
LINKS = words(
    "et mais ou car or donc que qu' qui quand lorsque lorsqu' puisque puisqu' si alors tandis comme où dont ni and but "
    "that who which when while as"
)
LIGHT_VERBS = words(
    "vouloir tenir venir pouvoir devoir souhaiter finir continuer préférer aimer oser hésiter manquer contenter aller "
    "permettre empresser falloir"
)
BEFORE_NOUNS = OF | words(
    "le la l' les un une des ce cet cette ces son sa ses leur leurs par en sans sur à au aux pour"
)
BEFORE_OBJECTS = words("comme que qu' qui ne ainsi se et il elle on ils elles")
INTRODUCING = words("comme ainsi que qu' ce c' est ça cela voilà s' d' de")
IMPERSONAL = words("agit faut semble paraît suffit reste existe arrive a")
TITLES = words("m mm mme mmes mlle dr pr me mgr st ste monsieur madame maître docteur")
PARTICLES = words("de du des d' van von der den del della di da dos el al ben bin ibn le la l' san y")
BODIES = words(
    "université institut banque conseil commission association fondation syndicat groupe cabinet ministère agence "
    "société collectif observatoire cour tribunal parti union fédération confédération autorité haute comité centre "
    "école mairie préfecture parquet assemblée organisation office réseau maison caisse chambre académie ligue club "
    "university institute bank council foundation agency committee center department"
)
CITED = words(
    "cité citée cités citées publié publiée publiés publiées interrogé interrogée interrogés interrogées consulté "
    "consultée consultés consultées diffusé diffusée diffusés diffusées relayé relayée relayés relayées contacté "
    "contactée contactés contactées joint jointe joints jointes rendu rendue rendus rendues paru parue parus parues "
    "dévoilé dévoilée dévoilés dévoilées révélé révélée révélés révélées réalisé réalisée réalisés réalisées mené "
    "menée remis remise remises transmis transmise transmises adressé adressée adressés adressées signé signée "
    "signés signées adopté adoptée adoptés adoptées voté votée votés votées rédigé rédigée rédigés rédigées déposé "
    "déposée déposés déposées commandé commandée commandés commandées divulgué divulguée divulgués divulguées daté "
    "datée datés datées"
)
OUTLETS = words(
    "site journal quotidien hebdomadaire hebdo mensuel bimensuel magazine revue chaîne radio média newspaper magazine "
    "website broadcaster"
)
OPENERS = words("faute grâce quitte")
HOLLOW = (
    OF
    | PREPOSITIONS
    | LINKS
    | OPENERS
    | words("le la les l' un une ce cet cette ces son sa ses leur leurs the a an même mêmes autre autres seul seule")
)
FEMININE = words("elle elles celle-ci celles-ci cette she")
ARTICLES = words("le la les l' un une des the a an")
DEFINITE = words("le la l' les ce cet cette the")
PLURAL = words("ils elles ceux-ci celles-ci they ces")
