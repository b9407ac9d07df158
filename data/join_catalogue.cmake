# cmake -DMSGCAT=… -DMSGFMT=… -DFOLDER=… -DJOINED=… -DCATALOGUE=… -P join_catalogue.cmake
#
# Joins FOLDER/*.po into JOINED and compiles that to CATALOGUE. i18n.po stands first: its header
# is the catalogue's. A fragment that does not parse is left out with a warning, so that one slip
# costs a room its sentences and not everybody the build; scripts/check_words.py fails on it.
file(GLOB fragments ${FOLDER}/*.po)
list(REMOVE_ITEM fragments ${FOLDER}/i18n.po)
list(SORT fragments)
set(sound ${FOLDER}/i18n.po)
foreach(fragment IN LISTS fragments)
  execute_process(COMMAND ${MSGFMT} -o ${JOINED}.try ${fragment} RESULT_VARIABLE failed ERROR_VARIABLE reason)
  if(failed)
    message(WARNING "Left out of the catalogue: ${reason}")
  else()
    list(APPEND sound ${fragment})
  endif()
endforeach()
execute_process(COMMAND ${MSGCAT} --use-first --to-code=UTF-8 -o ${JOINED} ${sound} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${MSGFMT} --endianness=little -o ${CATALOGUE} ${JOINED} COMMAND_ERROR_IS_FATAL ANY)
