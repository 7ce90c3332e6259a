"""Given names of people, and apart from them those that are words of English besides."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    "aaron abigail ada adam adele adrian agatha agnes aidan alan albert alex alexander alexandra alfred alice "
    "alina allison amanda amelia amina amy anders andrea andrew angela anita ann anna anne annie anthony anton "
    "antonio anya arthur astrid audrey ava barbara beatrice ben benedict benjamin bernard bert bertha bettina "
    "betty björn bridget brigitte bruno camilla carl carla carlos carmen caroline catherine cecilia charles "
    "charlie charlotte chloe christian christina christine christopher clara claire clarissa claude claudia colin "
    "conrad cora cordelia craig cynthia daniel daniela david deborah denis diana diego dmitri donald dora doris "
    "dorothy douglas edgar edith edmund edward eileen elaine eleanor elena eli elias eliza elizabeth ella ellen "
    "elsa elsie emil emily emma eric erik esther ethan eugene eva evelyn felix fiona florence frances francesca "
    "francis frederick freya gabriel gabriela geoffrey george georgia gerald gerda gertrude gideon gilbert "
    "giovanni gladys gloria gordon greta gregory greta gudrun gunther gustav gwen hannah hans harold harriet "
    "harry hector heidi heinrich helen helena helga henrietta henrik henry herbert hilda howard hugh hugo ian ida "
    "imogen ines inga ingrid irene isaac isabel isabella isla ivan jack jacob jakob james jamie jan jana jane "
    "janet jason jasper jean jeanne jennifer jenny jeremy jessica joan joanna johan johanna john johnny jonas "
    "jonathan jorge joseph josephine joshua juan judith julia julian julie juliet karen karin karl katarina kate "
    "katharine katherine kathleen katie keith kenneth kevin kirsten klara klaus konrad kurt lara lars laura "
    "lawrence lea leah lena leo leon leonard leonora leopold lewis liam lisa liv livia lorenzo louis louisa "
    "louise lucas lucia lucy luis luisa lukas luke lydia mabel magda magnus malcolm marcel marcus margaret margot "
    "maria marian marianne marie marina mario marlene marta martha mary mathilda matilda matteo matthew maud "
    "maureen maurice max maximilian maya mia michael miguel mikhail mila millicent milo mina mira miranda miriam "
    "moira molly mona monica muriel nadia nadine naomi natalie natasha nathan nathaniel neil nicholas nicola "
    "niels nikolai nils nina noah noel nora norbert norman oleg olga oliver olivia olivier omar oscar oskar "
    "oswald otto owen pablo pamela patricia patrick paul paula pauline pedro peter petra philip philippa phoebe "
    "pierre quentin rachel ralph raymond rebecca regina renata richard rita robert roger roland rolf ronald rosa "
    "rosalind rosamund rosemary rowena rudolf rupert ruth samantha samuel sandra sara sarah sebastian sergei "
    "sheila sibyl sigrid silvia simon sofia solveig sonia sophia sophie stella stephanie stephen steven stuart "
    "susan susanna susannah sven sylvia tabitha tamara tanya tara teresa theodor theodora theodore theresa thomas "
    "tilda timothy tobias tom tommy toby ursula valentina valerie vanessa vera veronica victor victoria vincent "
    "viola virginia vivian vladimir walter wanda wendy wilhelm wilhelmina william winifred yolanda yuri yusuf "
    "yvonne zoe zora".split()
)
NAMES_THAT_ARE_WORDS = frozenset(
    "rose lily daisy heather ivy violet ruby pearl robin jasmine iris poppy hazel holly olive amber jade rowan basil "
    "ginger jay martin drake brook heath cliff reed fern willow laurel myrtle flora dawn sky summer autumn april june "
    "star misty sandy forrest wren raven coral opal crystal clover bramble pip".split()
)
"""Names only where they have a capital within a sentence: "she and Hazel laughed"."""
