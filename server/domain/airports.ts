/** IATA | city | name | state | latitude | longitude | IANA zone: what the three networks serve, and the rest of the city groups. */
export const airportTable = `
AFL | Alta Floresta | Piloto Osvaldo Marques Dias | MT | -9.8664 | -56.1050 | America/Cuiaba
AJU | Aracaju | Santa Maria | SE | -10.9853 | -37.0733 | America/Maceio
ARU | Araçatuba | Araçatuba | SP | -21.1442 | -50.4264 | America/Sao_Paulo
ATM | Altamira | Altamira | PA | -3.2508 | -52.2522 | America/Santarem
BEL | Belém | Val-de-Cans | PA | -1.3847 | -48.4789 | America/Belem
BPS | Porto Seguro | Porto Seguro | BA | -16.4381 | -39.0778 | America/Bahia
BRA | Barreiras | Dom Ricardo Weberberger | BA | -12.0792 | -45.0094 | America/Bahia
BSB | Brasília | Juscelino Kubitschek | DF | -15.8711 | -47.9186 | America/Sao_Paulo
BVB | Boa Vista | Atlas Brasil Cantanhede | RR | 2.8414 | -60.6922 | America/Boa_Vista
BYO | Bonito | Bonito | MS | -21.2472 | -56.4525 | America/Campo_Grande
CAC | Cascavel | Coronel Adalberto Mendes da Silva | PR | -25.0022 | -53.5019 | America/Sao_Paulo
CAW | Campos dos Goytacazes | Bartolomeu Lisandro | RJ | -21.7011 | -41.3078 | America/Sao_Paulo
CFB | Cabo Frio | Cabo Frio | RJ | -22.9208 | -42.0714 | America/Sao_Paulo
CGB | Cuiabá | Marechal Rondon | MT | -15.6500 | -56.1175 | America/Cuiaba
CGH | São Paulo | Congonhas | SP | -23.6261 | -46.6564 | America/Sao_Paulo
CGR | Campo Grande | Campo Grande | MS | -20.4694 | -54.6703 | America/Campo_Grande
CKS | Carajás | Carajás | PA | -6.1153 | -50.0014 | America/Belem
CLV | Caldas Novas | Nelson Rodrigues Guimarães | GO | -17.7250 | -48.6064 | America/Sao_Paulo
CMG | Corumbá | Corumbá | MS | -19.0119 | -57.6714 | America/Campo_Grande
CNF | Belo Horizonte | Confins | MG | -19.6244 | -43.9719 | America/Sao_Paulo
CPV | Campina Grande | Presidente João Suassuna | PB | -7.2692 | -35.8950 | America/Fortaleza
CWB | Curitiba | Afonso Pena | PR | -25.5317 | -49.1761 | America/Sao_Paulo
CXJ | Caxias do Sul | Hugo Cantergiani | RS | -29.1981 | -51.1867 | America/Sao_Paulo
CZS | Cruzeiro do Sul | Cruzeiro do Sul | AC | -7.5994 | -72.7694 | America/Rio_Branco
DOU | Dourados | Dourados | MS | -22.2006 | -54.9256 | America/Campo_Grande
FEN | Fernando de Noronha | Fernando de Noronha | PE | -3.8547 | -32.4283 | America/Noronha
FLN | Florianópolis | Hercílio Luz | SC | -27.6703 | -48.5525 | America/Sao_Paulo
FOR | Fortaleza | Pinto Martins | CE | -3.7758 | -38.5322 | America/Fortaleza
GEL | Santo Ângelo | Santo Ângelo | RS | -28.2817 | -54.1683 | America/Sao_Paulo
GIG | Rio de Janeiro | Galeão | RJ | -22.8100 | -43.2506 | America/Sao_Paulo
GRU | São Paulo | Guarulhos | SP | -23.4356 | -46.4731 | America/Sao_Paulo
GVR | Governador Valadares | Coronel Altino Machado | MG | -18.8961 | -41.9833 | America/Sao_Paulo
GYN | Goiânia | Santa Genoveva | GO | -16.6325 | -49.2211 | America/Sao_Paulo
IGU | Foz do Iguaçu | Cataratas | PR | -25.6003 | -54.4850 | America/Sao_Paulo
IMP | Imperatriz | Prefeito Renato Moreira | MA | -5.5306 | -47.4583 | America/Fortaleza
IOS | Ilhéus | Jorge Amado | BA | -14.8150 | -39.0333 | America/Bahia
IZA | Juiz de Fora | Zona da Mata | MG | -21.5131 | -43.1731 | America/Sao_Paulo
JDO | Juazeiro do Norte | Orlando Bezerra de Menezes | CE | -7.2192 | -39.2694 | America/Fortaleza
JJD | Jericoacoara | Comandante Ariston Pessoa | CE | -2.9067 | -40.3581 | America/Fortaleza
JJG | Jaguaruna | Regional Sul | SC | -28.6753 | -49.0594 | America/Sao_Paulo
JOI | Joinville | Lauro Carneiro de Loyola | SC | -26.2231 | -48.7978 | America/Sao_Paulo
JPA | João Pessoa | Presidente Castro Pinto | PB | -7.1483 | -34.9503 | America/Fortaleza
JTC | Bauru | Bauru-Arealva | SP | -22.1578 | -49.0683 | America/Sao_Paulo
LDB | Londrina | Governador José Richa | PR | -23.3303 | -51.1367 | America/Sao_Paulo
MAB | Marabá | João Corrêa da Rocha | PA | -5.3681 | -49.1381 | America/Belem
MAO | Manaus | Eduardo Gomes | AM | -3.0411 | -60.0506 | America/Manaus
MCP | Macapá | Alberto Alcolumbre | AP | 0.0506 | -51.0722 | America/Belem
MCZ | Maceió | Zumbi dos Palmares | AL | -9.5108 | -35.7917 | America/Maceio
MEA | Macaé | Macaé | RJ | -22.3428 | -41.7639 | America/Sao_Paulo
MGF | Maringá | Sílvio Name Júnior | PR | -23.4764 | -52.0178 | America/Sao_Paulo
MII | Marília | Frank Miloye Milenkovich | SP | -22.1969 | -49.9264 | America/Sao_Paulo
MOC | Montes Claros | Mário Ribeiro | MG | -16.7061 | -43.8219 | America/Sao_Paulo
MVF | Mossoró | Dix-Sept Rosado | RN | -5.1958 | -37.3617 | America/Fortaleza
NAT | Natal | Governador Aluízio Alves | RN | -5.7689 | -35.3664 | America/Fortaleza
NVT | Navegantes | Ministro Victor Konder | SC | -26.8786 | -48.6508 | America/Sao_Paulo
OPS | Sinop | Presidente João Batista Figueiredo | MT | -11.8850 | -55.5861 | America/Cuiaba
PET | Pelotas | João Simões Lopes Neto | RS | -31.7161 | -52.3311 | America/Sao_Paulo
PHB | Parnaíba | Prefeito Doutor João Silva Filho | PI | -2.8933 | -41.7303 | America/Fortaleza
PLU | Belo Horizonte | Pampulha | MG | -19.8519 | -43.9506 | America/Sao_Paulo
PMW | Palmas | Brigadeiro Lysias Rodrigues | TO | -10.2900 | -48.3578 | America/Araguaina
PNZ | Petrolina | Senador Nilo Coelho | PE | -9.3675 | -40.5636 | America/Recife
POA | Porto Alegre | Salgado Filho | RS | -29.9947 | -51.1711 | America/Sao_Paulo
PPB | Presidente Prudente | Presidente Prudente | SP | -22.1750 | -51.4244 | America/Sao_Paulo
PVH | Porto Velho | Governador Jorge Teixeira de Oliveira | RO | -8.7136 | -63.9028 | America/Porto_Velho
RAO | Ribeirão Preto | Leite Lopes | SP | -21.1364 | -47.7767 | America/Sao_Paulo
RBR | Rio Branco | Plácido de Castro | AC | -9.8683 | -67.8981 | America/Rio_Branco
REC | Recife | Guararapes | PE | -8.1264 | -34.9228 | America/Recife
RIA | Santa Maria | Santa Maria | RS | -29.7108 | -53.6922 | America/Sao_Paulo
ROO | Rondonópolis | Maestro Marinho Franco | MT | -16.5881 | -54.7217 | America/Cuiaba
RVD | Rio Verde | General Leite de Castro | GO | -17.8347 | -50.9561 | America/Sao_Paulo
SDU | Rio de Janeiro | Santos Dumont | RJ | -22.9100 | -43.1625 | America/Sao_Paulo
SJP | São José do Rio Preto | Professor Eriberto Manoel Reino | SP | -20.8172 | -49.4069 | America/Sao_Paulo
SLZ | São Luís | Marechal Cunha Machado | MA | -2.5869 | -44.2361 | America/Fortaleza
SMT | Sorriso | Adolino Bedin | MT | -12.4728 | -55.6689 | America/Cuiaba
SSA | Salvador | Deputado Luís Eduardo Magalhães | BA | -12.9086 | -38.3225 | America/Bahia
STM | Santarém | Maestro Wilson Fonseca | PA | -2.4247 | -54.7858 | America/Santarem
TBT | Tabatinga | Tabatinga | AM | -4.2506 | -69.9378 | America/Manaus
TFF | Tefé | Prefeito Orlando Marinho | AM | -3.3803 | -64.7253 | America/Manaus
THE | Teresina | Senador Petrônio Portella | PI | -5.0606 | -42.8244 | America/Fortaleza
TJL | Três Lagoas | Três Lagoas | MS | -20.7514 | -51.6803 | America/Campo_Grande
TXF | Teixeira de Freitas | Teixeira de Freitas | BA | -17.5244 | -39.6683 | America/Bahia
UBA | Uberaba | Mario de Almeida Franco | MG | -19.7647 | -47.9661 | America/Sao_Paulo
UDI | Uberlândia | Ten Cel Aviador César Bombonato | MG | -18.8836 | -48.2253 | America/Sao_Paulo
URG | Uruguaiana | Rubem Berta | RS | -29.7833 | -57.0369 | America/Sao_Paulo
VCP | Campinas | Viracopos | SP | -23.0069 | -47.1344 | America/Sao_Paulo
VDC | Vitória da Conquista | Glauber de Andrade Rocha | BA | -14.9078 | -40.9147 | America/Bahia
VIX | Vitória | Eurico de Aguiar Salles | ES | -20.2581 | -40.2864 | America/Sao_Paulo
XAP | Chapecó | Serafin Enoss Bertaso | SC | -27.1339 | -52.6589 | America/Sao_Paulo
`;
