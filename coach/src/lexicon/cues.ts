/** What places a sentence in a story without being a cue of the textbook kind, by what it does there. */
export const CUES: Record<string, string> = {
  // People by what they do for a living, in whatever trade a story is from.
  role: `accountant actor adjuster administrator adviser advisor agronomist ambassador anaesthetist apprentice arborist archaeologist
    architect archivist artist assessor assistant astronomer attorney author bailiff baker banker barber barrister bartender
    beekeeper biologist bishop boatswain bookkeeper botanist brewer bricklayer broker builder bursar butcher buyer cabinetmaker
    captain caregiver caretaker carer carpenter carrier cashier caster caterer caseworker chaplain chairman chairwoman chairperson chemist
    chef chiropractor clergyman cleaner clerk client coach colonel commander commissioner compositor conductor confectioner
    conservator constable consul contact cook coordinator coroner councillor counsel counsellor counselor courier coxswain craftsman
    crew curator custodian dealer dean deckhand dentist deputy designer detective dietitian diplomat director dispatcher docker doctor
    donor dresser driver economist editor electrician employee engineer estimator examiner farmer fisherman fitter florist
    forecaster foreman forester founder freelancer friend fundraiser gardener geologist geographer glazier governor grandmother grocer
    grower guard guardian guest guide hairdresser headmaster headteacher historian homeowner hotelier housekeeper
    hunter husband hydrologist inspector installer instructor insurer interpreter investor janitor jeweller jockey joiner
    journalist judge keeper labourer landlord landlady lawyer lecturer librarian lieutenant lifeguard linguist lodger 
    machinist magistrate maid mayor mechanic medic member merchant meteorologist midwife miller miner minister ministry
    moderator monk mother mover musician nanny neighbour neighbor notary novelist nurse nutritionist official operator optician orderly
    organiser organizer owner packer painter paralegal paramedic parent parliament partner passenger pastor patient patrol pharmacist
    photographer physician physicist physio physiotherapist pilot planner playwright plumber policeman porter postman postmaster
    practitioner president priest principal printer producer professor programmer promoter prosecutor provost psychologist
    publican publisher pupil purser radiographer radiologist ranger receptionist recruiter rector referee registrar rep
    representative resident retailer rider roofer sailor salesman saleswoman salesperson sawyer scout sculptor secretary senator
    sergeant shareholder shepherd sheriff shipwright shopkeeper signalman singer sister skipper soldier
    solicitor specialist spokesman spokeswoman spokesperson sponsor statistician steward stewardess stockbroker storekeeper
    student successor superintendent supervisor surgeon surveyor tailor taxpayer teacher technician teller therapist
    trader trainee trainer translator traveller treasurer trucker trustee tutor undertaker union usher valet vet veterinarian vicar viewer
    villager vintner visitor volunteer waiter waitress warden watchmaker weaver welder widow wife winemaker worker workman writer
    aunt brother cousin dad daughter father mum mom son uncle woman man lady gentleman lad lass girl boy guy bloke fella chap kid colleague
    people folk folks committee council cabinet commission crowd household households family families member members public press newspaper newspapers
    depot control_room helpdesk service_desk call_centre call_center front_desk head_office headquarters secretariat`,
  when: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december spring summer autumn winter christmas easter ramadan eid diwali noon midnight dawn dusk lunch lunchtime weekend
    month-end year-end quarter-end half-year launch opening kickoff kick-off renewal audit hearing election harvest season peak go-live
    holidays enrolment enrollment centenary tomorrow tonight nightfall sunrise sunset midday teatime breakfast closing_time`,
  // What must be, said as a plain fact.
  stake: `or_else or_we or_they otherwise worth_of hanging depends hangs rides riding condition conditions rule_was cap capped ceiling
    due expected owed promised promise sworn guaranteed binding statutory mandatory required obligatory forbidden illegal not_to_be
    no_longer_than not_later weren't_allowed wasn't_allowed not_going_to_move couldn't_move wouldn't_wait couldn't_wait can't_wait can't_be
    to_go to_go_out in_which_to time_for to_decide to_find_out to_make_it to_make_sure to_get no_room one_chance one_shot at_stake at_risk
    only_rule one_rule only_thing the_only the_one_thing the_wish wish wished insisted clear_that made_it_clear in_no_case under_no
    if_not if_it_isn't if_it_wasn't unless and_no without_any nobody_else no_one_else just_me alone two_of_us three_of_us four_of_us`,
  // A rule that holds from then on.
  rule: `unless until_somebody until_someone without_a without_its can't_be can't_go can't_get cannot_be can_not_be won't won't_load won't_run won't_start
    isn't_accepted not_accepted not_scheduled doesn't_get doesn't_run doesn't_leave doesn't_go doesn't_load doesn't_ship doesn't_merge any_longer
    anybody_who anyone_who whoever wherever each_of every_one every_single every_file every_table every_job every_load every_time every_friday
    every_sunday each_month each_week each_quarter each_morning each_day every_day every_week every_year each_year twice_a_week once_a_week
    once_a_month once_a_quarter by_itself by_default from_that_day since_that_day since_that ever_since gets_refused is_refused is_rejected gets_rejected
    is_parked gets_parked is_held is_stopped stops_at stops_the stops_and waits_for waits_until page_one step_one first_page second_pair
    second_person second_signature a_second a_human a_person is_compared are_compared is_checked are_checked is_reviewed are_reviewed has_an_owner
    has_a_name carries_a carry_a carries_the comes_with needs_a needs_two needs_an needs_the must_be must_come must_have must_name has_to_be have_to_be`,
  // How it is against how it was.
  contrast: `used_to_be used_to_take it_used_to where_it where_before where_they where_that where_the instead_of in_place_of rather_than had_been
    had_taken had_cost it_had it'd_been it'd_taken before_it the_year_before year_before the_month_before month_before last_time previous_year
    before_that compared_to compared_with against_the down_from up_from from_the_usual than_before as_before as_much half_of half_as not_the
    first_time the_last_time for_once in_years in_three_years in_two_years since_i since_we none_of not_one neither_of both_of all_of every_one_of
    out_of not_a_single_one no_longer_had didn't_have didn't_need needn't haven't_had hasn't_had hasn't_been haven't_been never_had to_zero to_none`,
}
